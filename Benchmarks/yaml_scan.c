/* The physical limit for reading a registry: libyaml's own event scan of the files, nothing kept.
   Usage: yaml_scan FILE…  (or file names on standard input). Prints the number of events. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

static long scan(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); return -1; }
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int done = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_file(&parser, file);
  while (!done) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s:%zu: %s\n", path, parser.problem_mark.line + 1, parser.problem);
      events = -1;
      break;
    }
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
    events++;
  }
  yaml_parser_delete(&parser);
  fclose(file);
  return events;
}

int main(int count, char **arguments) {
  long total = 0;
  char path[4096];
  if (count > 1) {
    for (int index = 1; index < count; index++) {
      long events = scan(arguments[index]);
      if (events < 0) return 1;
      total += events;
    }
  } else {
    while (fgets(path, sizeof path, stdin)) {
      path[strcspn(path, "\n")] = 0;
      long events = scan(path);
      if (events < 0) return 1;
      total += events;
    }
  }
  printf("%ld events\n", total);
  return 0;
}
