//curfew:models 0

// Buffers wait as what they wrap does.
package bufio

import (
	"io"
)

const (
	MaxScanTokenSize = 65536
)

var (
	ErrAdvanceTooFar     error
	ErrBadReadCount      error
	ErrBufferFull        error
	ErrFinalToken        error
	ErrInvalidUnreadByte error
	ErrInvalidUnreadRune error
	ErrNegativeAdvance   error
	ErrNegativeCount     error
	ErrTooLong           error
)

//curfew:wraps r
//curfew:wraps w
func NewReadWriter(r *Reader, w *Writer) *ReadWriter

//curfew:wraps rd
func NewReader(rd io.Reader) *Reader

//curfew:wraps rd
func NewReaderSize(rd io.Reader, size int) *Reader

//curfew:wraps r
func NewScanner(r io.Reader) *Scanner

//curfew:wraps w
func NewWriter(w io.Writer) *Writer

//curfew:wraps w
func NewWriterSize(w io.Writer, size int) *Writer

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error)

type ReadWriter struct {
	*Reader
	*Writer
}

type Reader struct{}

func (b *Reader) Buffered() int

//curfew:reads recv
func (b *Reader) Discard(n int) (discarded int, err error)

//curfew:reads recv
func (b *Reader) Peek(n int) ([]byte, error)

//curfew:reads recv
func (b *Reader) Read(p []byte) (n int, err error)

//curfew:reads recv
func (b *Reader) ReadByte() (byte, error)

//curfew:reads recv
func (b *Reader) ReadBytes(delim byte) ([]byte, error)

//curfew:reads recv
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error)

//curfew:reads recv
func (b *Reader) ReadRune() (r rune, size int, err error)

//curfew:reads recv
func (b *Reader) ReadSlice(delim byte) (line []byte, err error)

//curfew:reads recv
func (b *Reader) ReadString(delim byte) (string, error)

func (b *Reader) Reset(r io.Reader)

func (b *Reader) Size() int

func (b *Reader) UnreadByte() error

func (b *Reader) UnreadRune() error

//curfew:reads recv
//curfew:writes w
func (b *Reader) WriteTo(w io.Writer) (n int64, err error)

type Scanner struct{}

func (s *Scanner) Buffer(buf []byte, max int)

func (s *Scanner) Bytes() []byte

func (s *Scanner) Err() error

//curfew:reads recv
func (s *Scanner) Scan() bool

func (s *Scanner) Split(split SplitFunc)

func (s *Scanner) Text() string

type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

type Writer struct{}

func (b *Writer) Available() int

//curfew:since 1.18
func (b *Writer) AvailableBuffer() []byte

func (b *Writer) Buffered() int

//curfew:writes recv
func (b *Writer) Flush() error

//curfew:reads r
//curfew:writes recv
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error)

func (b *Writer) Reset(w io.Writer)

func (b *Writer) Size() int

//curfew:writes recv
func (b *Writer) Write(p []byte) (nn int, err error)

//curfew:writes recv
func (b *Writer) WriteByte(c byte) error

//curfew:writes recv
func (b *Writer) WriteRune(r rune) (size int, err error)

//curfew:writes recv
func (b *Writer) WriteString(s string) (int, error)
