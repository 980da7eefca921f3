//curfew:models 0

// What an interface of this package waits for depends on what stands behind it; `reads` and
// `writes` say only which argument to ask. A pipe waits for its other end.
package io

const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

var (
	Discard          Writer
	EOF              error
	ErrClosedPipe    error
	ErrNoProgress    error
	ErrShortBuffer   error
	ErrShortWrite    error
	ErrUnexpectedEOF error
)

//curfew:reads src all
//curfew:writes dst
func Copy(dst Writer, src Reader) (written int64, err error)

//curfew:reads src all
//curfew:writes dst
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error)

//curfew:reads src
//curfew:writes dst
func CopyN(dst Writer, src Reader, n int64) (written int64, err error)

//curfew:wraps r
func LimitReader(r Reader, n int64) Reader

//curfew:wraps readers
func MultiReader(readers ...Reader) Reader

//curfew:wraps writers
func MultiWriter(writers ...Writer) Writer

//curfew:wraps w
//curfew:since 1.20
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter

//curfew:wraps r
func NewSectionReader(r ReaderAt, off, n int64) *SectionReader

//curfew:wraps r
func NopCloser(r Reader) ReadCloser

//curfew:opens result pipe
func Pipe() (*PipeReader, *PipeWriter)

//curfew:reads r all
func ReadAll(r Reader) ([]byte, error)

//curfew:reads r
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error)

//curfew:reads r
func ReadFull(r Reader, buf []byte) (n int, err error)

//curfew:wraps r
func TeeReader(r Reader, w Writer) Reader

//curfew:writes w
func WriteString(w Writer, s string) (n int, err error)

type ByteReader interface {
	ReadByte() (byte, error)
}

type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

type ByteWriter interface {
	WriteByte(c byte) error
}

type Closer interface {
	//curfew:releases
	Close() error
}

type LimitedReader struct {
	R Reader
	N int64
}

//curfew:reads recv
func (l *LimitedReader) Read(p []byte) (n int, err error)

//curfew:since 1.20
type OffsetWriter struct{}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error)

//curfew:writes recv
func (o *OffsetWriter) Write(p []byte) (n int, err error)

//curfew:writes recv
func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error)

type PipeReader struct{}

//curfew:releases
func (r *PipeReader) Close() error

//curfew:releases
func (r *PipeReader) CloseWithError(err error) error

//curfew:blocks pipe until Close CloseWithError
func (r *PipeReader) Read(data []byte) (n int, err error)

type PipeWriter struct{}

//curfew:releases
func (w *PipeWriter) Close() error

//curfew:releases
func (w *PipeWriter) CloseWithError(err error) error

// Returns once readers have taken all of it, or an end is closed.
//
//curfew:blocks pipe until Close CloseWithError
func (w *PipeWriter) Write(data []byte) (n int, err error)

type ReadCloser interface {
	Reader
	Closer
}

type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

type ReadSeeker interface {
	Reader
	Seeker
}

type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

type ReadWriter interface {
	Reader
	Writer
}

type Reader interface {
	Read(p []byte) (n int, err error)
}

type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

type SectionReader struct{}

//curfew:since 1.22
func (s *SectionReader) Outer() (r ReaderAt, off, n int64)

//curfew:reads recv
func (s *SectionReader) Read(p []byte) (n int, err error)

//curfew:reads recv
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error)

func (s *SectionReader) Seek(offset int64, whence int) (int64, error)

func (s *SectionReader) Size() int64

type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

type StringWriter interface {
	WriteString(s string) (n int, err error)
}

type WriteCloser interface {
	Writer
	Closer
}

type WriteSeeker interface {
	Writer
	Seeker
}

type Writer interface {
	Write(p []byte) (n int, err error)
}

type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}
