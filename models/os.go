//curfew:models 0

// A read of a regular file does not wait for anyone, a read of a pipe, terminal or device can
// wait for ever; the name does not tell which. Only the latter obey deadlines.
package os

import (
	"io"
	"io/fs"
	"syscall"
	"time"
)

const (
	O_RDONLY int = 0
	O_WRONLY int = 1
	O_RDWR   int = 2
	O_APPEND int = 1024
	O_CREATE int = 64
	O_EXCL   int = 128
	O_SYNC   int = 1052672
	O_TRUNC  int = 512
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2

	DevNull = "/dev/null"

	PathSeparator     = '/'
	PathListSeparator = ':'

	ModeDir        fs.FileMode = 2147483648
	ModeAppend     fs.FileMode = 1073741824
	ModeExclusive  fs.FileMode = 536870912
	ModeTemporary  fs.FileMode = 268435456
	ModeSymlink    fs.FileMode = 134217728
	ModeDevice     fs.FileMode = 67108864
	ModeNamedPipe  fs.FileMode = 33554432
	ModeSocket     fs.FileMode = 16777216
	ModeSetuid     fs.FileMode = 8388608
	ModeSetgid     fs.FileMode = 4194304
	ModeCharDevice fs.FileMode = 2097152
	ModeSticky     fs.FileMode = 1048576
	ModeIrregular  fs.FileMode = 524288
	ModeType       fs.FileMode = 2401763328
	ModePerm       fs.FileMode = 511
)

var (
	Args                []string
	ErrClosed           error
	ErrDeadlineExceeded error
	ErrExist            error
	ErrInvalid          error
	ErrNoDeadline       error
	//curfew:since 1.26
	ErrNoHandle    error
	ErrNotExist    error
	ErrPermission  error
	ErrProcessDone error
	Interrupt      Signal
	Kill           Signal
	//curfew:affects output
	Stderr *File
	//curfew:opens recv stdin
	Stdin *File
	//curfew:affects output
	Stdout *File
)

func Chdir(dir string) error

//curfew:affects file
func Chmod(name string, mode FileMode) error

//curfew:affects file
func Chown(name string, uid, gid int) error

//curfew:affects file
func Chtimes(name string, atime, mtime time.Time) error

func Clearenv()

//curfew:affects file
//curfew:since 1.23
func CopyFS(dir string, fsys fs.FS) error

//curfew:affects file
//curfew:opens result file
//curfew:must-release result until Close
func Create(name string) (*File, error)

//curfew:affects file
//curfew:opens result file
//curfew:must-release result until Close
func CreateTemp(dir, pattern string) (*File, error)

func DirFS(dir string) fs.FS

func Environ() []string

func Executable() (string, error)

//curfew:exits process
func Exit(code int)

//curfew:runs mapping
func Expand(s string, mapping func(string) string) string

func ExpandEnv(s string) string

func FindProcess(pid int) (*Process, error)

func Getegid() int

func Getenv(key string) string

func Geteuid() int

func Getgid() int

func Getgroups() ([]int, error)

func Getpagesize() int

func Getpid() int

func Getppid() int

func Getuid() int

func Getwd() (dir string, err error)

func Hostname() (name string, err error)

func IsExist(err error) bool

func IsNotExist(err error) bool

func IsPathSeparator(c uint8) bool

func IsPermission(err error) bool

func IsTimeout(err error) bool

//curfew:affects file
func Lchown(name string, uid, gid int) error

//curfew:affects file
func Link(oldname, newname string) error

func LookupEnv(key string) (string, bool)

func Lstat(name string) (FileInfo, error)

//curfew:affects file
func Mkdir(name string, perm FileMode) error

//curfew:affects file
func MkdirAll(path string, perm FileMode) error

//curfew:affects file
func MkdirTemp(dir, pattern string) (string, error)

//curfew:opens result file
func NewFile(fd uintptr, name string) *File

func NewSyscallError(syscall string, err error) error

//curfew:opens result file
//curfew:must-release result until Close
func Open(name string) (*File, error)

//curfew:opens result file
//curfew:must-release result until Close
func OpenFile(name string, flag int, perm FileMode) (*File, error)

//curfew:affects file
//curfew:opens result file
//curfew:must-release result until Close
//curfew:since 1.24
func OpenInRoot(dir, name string) (*File, error)

//curfew:must-release result until Close
//curfew:since 1.24
func OpenRoot(name string) (*Root, error)

//curfew:opens result pipe
//curfew:opens result.1 pipe
//curfew:must-release result until Close
//curfew:must-release result.1 until Close
func Pipe() (r, w *File, err error)

func ReadDir(name string) ([]DirEntry, error)

func ReadFile(name string) ([]byte, error)

func Readlink(name string) (string, error)

//curfew:affects file
func Remove(name string) error

//curfew:affects file
func RemoveAll(path string) error

//curfew:affects file
func Rename(oldpath, newpath string) error

func SameFile(fi1, fi2 FileInfo) bool

func Setenv(key, value string) error

//curfew:affects process
//curfew:must-release result until Wait Release
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error)

func Stat(name string) (FileInfo, error)

//curfew:affects file
func Symlink(oldname, newname string) error

func TempDir() string

//curfew:affects file
func Truncate(name string, size int64) error

func Unsetenv(key string) error

func UserCacheDir() (string, error)

func UserConfigDir() (string, error)

func UserHomeDir() (string, error)

//curfew:affects file
func WriteFile(name string, data []byte, perm FileMode) error

type DirEntry = fs.DirEntry

type File struct{}

func (f *File) Chdir() error

//curfew:affects file
func (f *File) Chmod(mode FileMode) error

//curfew:affects file
func (f *File) Chown(uid, gid int) error

//curfew:releases
func (f *File) Close() error

func (f *File) Fd() uintptr

func (f *File) Name() string

//curfew:blocks file until Close SetDeadline SetReadDeadline
func (f *File) Read(b []byte) (n int, err error)

//curfew:blocks file until Close SetDeadline SetReadDeadline
func (f *File) ReadAt(b []byte, off int64) (n int, err error)

func (f *File) ReadDir(n int) ([]DirEntry, error)

//curfew:reads r
//curfew:affects file
func (f *File) ReadFrom(r io.Reader) (n int64, err error)

func (f *File) Readdir(n int) ([]FileInfo, error)

func (f *File) Readdirnames(n int) (names []string, err error)

func (f *File) Seek(offset int64, whence int) (ret int64, err error)

func (f *File) SetDeadline(t time.Time) error

func (f *File) SetReadDeadline(t time.Time) error

func (f *File) SetWriteDeadline(t time.Time) error

func (f *File) Stat() (FileInfo, error)

//curfew:affects file
func (f *File) Sync() error

func (f *File) SyscallConn() (syscall.RawConn, error)

//curfew:affects file
func (f *File) Truncate(size int64) error

//curfew:affects file
func (f *File) Write(b []byte) (n int, err error)

//curfew:affects file
func (f *File) WriteAt(b []byte, off int64) (n int, err error)

//curfew:affects file
func (f *File) WriteString(s string) (n int, err error)

//curfew:writes w
//curfew:blocks file until Close SetDeadline SetReadDeadline
//curfew:since 1.22
func (f *File) WriteTo(w io.Writer) (n int64, err error)

type FileInfo = fs.FileInfo

type FileMode = fs.FileMode

type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string

func (e *LinkError) Unwrap() error

type PathError = fs.PathError

type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

type Process struct {
	Pid int
}

//curfew:affects process
func (p *Process) Kill() error

//curfew:releases
func (p *Process) Release() error

//curfew:affects process
func (p *Process) Signal(sig Signal) error

//curfew:blocks process until Kill
//curfew:releases
func (p *Process) Wait() (*ProcessState, error)

//curfew:runs f
//curfew:since 1.26
func (p *Process) WithHandle(f func(handle uintptr)) error

type ProcessState struct{}

func (p *ProcessState) ExitCode() int

func (p *ProcessState) Exited() bool

func (p *ProcessState) Pid() int

func (p *ProcessState) String() string

func (p *ProcessState) Success() bool

func (p *ProcessState) Sys() any

func (p *ProcessState) SysUsage() any

func (p *ProcessState) SystemTime() time.Duration

func (p *ProcessState) UserTime() time.Duration

//curfew:since 1.24
type Root struct{}

//curfew:affects file
//curfew:since 1.25
func (r *Root) Chmod(name string, mode FileMode) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) Chown(name string, uid, gid int) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) Chtimes(name string, atime, mtime time.Time) error

//curfew:releases
func (r *Root) Close() error

//curfew:affects file
//curfew:opens result file
//curfew:must-release result until Close
func (r *Root) Create(name string) (*File, error)

func (r *Root) FS() fs.FS

//curfew:affects file
//curfew:since 1.25
func (r *Root) Lchown(name string, uid, gid int) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) Link(oldname, newname string) error

func (r *Root) Lstat(name string) (FileInfo, error)

//curfew:affects file
func (r *Root) Mkdir(name string, perm FileMode) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) MkdirAll(name string, perm FileMode) error

func (r *Root) Name() string

//curfew:affects file
//curfew:opens result file
//curfew:must-release result until Close
func (r *Root) Open(name string) (*File, error)

//curfew:affects file
//curfew:opens result file
//curfew:must-release result until Close
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error)

//curfew:must-release result until Close
func (r *Root) OpenRoot(name string) (*Root, error)

//curfew:since 1.25
func (r *Root) ReadFile(name string) ([]byte, error)

//curfew:since 1.25
func (r *Root) Readlink(name string) (string, error)

//curfew:affects file
func (r *Root) Remove(name string) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) RemoveAll(name string) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) Rename(oldname, newname string) error

func (r *Root) Stat(name string) (FileInfo, error)

//curfew:affects file
//curfew:since 1.25
func (r *Root) Symlink(oldname, newname string) error

//curfew:affects file
//curfew:since 1.25
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error

type Signal interface {
	String() string
	Signal()
}

type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string

func (e *SyscallError) Timeout() bool

func (e *SyscallError) Unwrap() error
