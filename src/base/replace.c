// replace.c - putting a new text in place of a file's, whole or not at all.
//
// Write to a temporary file beside the old one, fsync, rename, fsync the folder: POSIX makes the
// rename one step for everybody who looks, so at every moment the name leads to the old text or to
// the new one, also when the process is killed or the machine loses power.

// For realpath and fchown.
#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier)

#include "base/replace.h"

#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int fd, Str text)
{
    while (text.len > 0) {
        ssize_t n = write(fd, text.ptr, text.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        text = str_sub(text, (size_t)n, text.len);
    }
    return true;
}

// Gives the file what belongs to the old one. Only root may give files away: elsewhere the file keeps
// its new owner, and the permissions are set after that, which a change of owner may take bits from.
static bool take_over(int fd, const struct stat *old)
{
    if (fchown(fd, old->st_uid, old->st_gid) != 0 && fchown(fd, (uid_t)-1, old->st_gid) != 0)
        errno = 0;
    return fchmod(fd, old->st_mode & 07777) == 0;
}

// A new file has the permissions that the user wants new files to have.
static bool usual_mode(int fd)
{
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(fd, 0666 & ~mask) == 0;
}

static void sync_folder(const char *real)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(real, '/');
    size_t len = slash && slash > real ? (size_t)(slash - real) : 1;
    memcpy(folder, slash ? real : ".", len);
    folder[len] = 0;
    int fd = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (fd < 0)
        return;
    fsync(fd); // where the file system has no such thing, the rename is as safe as it gets
    close(fd);
}

// `old` is NULL where there is no such file yet. Returns what is wrong, or NULL.
static const char *swap(const char *real, const struct stat *old, Str text)
{
    static const char suffix[] = ".curfew-XXXXXX";
    char temporary[PATH_MAX + sizeof suffix];
    snprintf(temporary, sizeof temporary, "%s%s", real, suffix);
    int fd = mkstemp(temporary);
    if (fd < 0)
        return strerror(errno);
    bool ok = write_all(fd, text) && (old ? take_over(fd, old) : usual_mode(fd)) && fsync(fd) == 0;
    int why = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    if (ok && rename(temporary, real) != 0) {
        ok = false;
        why = errno;
    }
    if (!ok) {
        unlink(temporary);
        return strerror(why);
    }
    sync_folder(real);
    return NULL;
}

// Who ends the program from the keyboard gets the old file or the new one, and no litter.
static const char *swap_undisturbed(const char *real, const struct stat *old, Str text)
{
    sigset_t ends, before;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGHUP);
    sigprocmask(SIG_BLOCK, &ends, &before);
    const char *error = swap(real, old, text);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return error;
}

static bool is_unchanged(const char *path, Str expected, const char **error)
{
    Source *now = source_read(path, error);
    if (!now)
        return false;
    bool same = str_eq((Str){now->text, now->len}, expected);
    if (!same)
        *error = "it was changed meanwhile";
    source_free(now);
    return same;
}

bool file_replace(const char *path, Str expected, Str text, const char **error)
{
    char real[PATH_MAX];
    struct stat st;
    if (!realpath(path, real) || stat(real, &st) != 0 || access(real, W_OK) != 0) {
        *error = strerror(errno);
        return false;
    }
    if (!S_ISREG(st.st_mode)) {
        *error = "not a regular file";
        return false;
    }
    if (!is_unchanged(real, expected, error))
        return false;
    *error = swap_undisturbed(real, &st, text);
    return !*error;
}

static const char *write_through(const char *path, Str text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return strerror(errno);
    bool ok = write_all(fd, text);
    int why = errno;
    return close(fd) == 0 && ok ? NULL : strerror(ok ? errno : why);
}

bool file_put(const char *path, Str text, const char **error)
{
    char real[PATH_MAX];
    struct stat st;
    if (stat(path, &st) != 0)
        *error = errno == ENOENT ? swap_undisturbed(path, NULL, text) : strerror(errno);
    else if (!S_ISREG(st.st_mode))
        *error = write_through(path, text);
    else if (!realpath(path, real) || access(real, W_OK) != 0)
        *error = strerror(errno);
    else
        *error = swap_undisturbed(real, &st, text);
    return !*error;
}
