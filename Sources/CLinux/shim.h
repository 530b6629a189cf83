// What Swift's own Glibc module leaves out. That module is compiled without _GNU_SOURCE, and types
// must look the same in both, so the GNU functions are declared here as glibc's spawn.h does.
#include <fts.h>
#include <signal.h>
#include <spawn.h>

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

// POSIX_SPAWN_SETSID
static const short dach_spawn_setsid = 0x80;
