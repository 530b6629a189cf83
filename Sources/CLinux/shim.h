/* syncfs(2), which <unistd.h> declares only with _GNU_SOURCE, and Swift's Glibc module has not. */
extern int syncfs(int descriptor);
