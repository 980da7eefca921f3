//curfew:models 0

package fs

import (
	"time"
)

const (
	ModeDir        FileMode = 2147483648
	ModeAppend     FileMode = 1073741824
	ModeExclusive  FileMode = 536870912
	ModeTemporary  FileMode = 268435456
	ModeSymlink    FileMode = 134217728
	ModeDevice     FileMode = 67108864
	ModeNamedPipe  FileMode = 33554432
	ModeSocket     FileMode = 16777216
	ModeSetuid     FileMode = 8388608
	ModeSetgid     FileMode = 4194304
	ModeCharDevice FileMode = 2097152
	ModeSticky     FileMode = 1048576
	ModeIrregular  FileMode = 524288
	ModeType       FileMode = 2401763328
	ModePerm       FileMode = 511
)

var (
	ErrClosed     error
	ErrExist      error
	ErrInvalid    error
	ErrNotExist   error
	ErrPermission error
	//curfew:since 1.20
	SkipAll error
	SkipDir error
)

func FileInfoToDirEntry(info FileInfo) DirEntry

//curfew:since 1.21
func FormatDirEntry(dir DirEntry) string

//curfew:since 1.21
func FormatFileInfo(info FileInfo) string

func Glob(fsys FS, pattern string) (matches []string, err error)

//curfew:since 1.25
func Lstat(fsys FS, name string) (FileInfo, error)

func ReadDir(fsys FS, name string) ([]DirEntry, error)

func ReadFile(fsys FS, name string) ([]byte, error)

//curfew:since 1.25
func ReadLink(fsys FS, name string) (string, error)

func Stat(fsys FS, name string) (FileInfo, error)

func Sub(fsys FS, dir string) (FS, error)

func ValidPath(name string) bool

//curfew:runs fn
func WalkDir(fsys FS, root string, fn WalkDirFunc) error

type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

type FS interface {
	Open(name string) (File, error)
}

type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

type FileMode uint32

func (m FileMode) IsDir() bool

func (m FileMode) IsRegular() bool

func (m FileMode) Perm() FileMode

func (m FileMode) String() string

func (m FileMode) Type() FileMode

type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string

func (e *PathError) Timeout() bool

func (e *PathError) Unwrap() error

type ReadDirFS interface {
	FS
	ReadDir(name string) ([]DirEntry, error)
}

type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

type ReadFileFS interface {
	FS
	ReadFile(name string) ([]byte, error)
}

//curfew:since 1.25
type ReadLinkFS interface {
	FS
	ReadLink(name string) (string, error)
	Lstat(name string) (FileInfo, error)
}

type StatFS interface {
	FS
	Stat(name string) (FileInfo, error)
}

type SubFS interface {
	FS
	Sub(dir string) (FS, error)
}

type WalkDirFunc func(path string, d DirEntry, err error) error
