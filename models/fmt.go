//curfew:models 0

// Formatted printing and scanning.
package fmt

import (
	"io"
)

//curfew:since 1.19
func Append(b []byte, a ...any) []byte

//curfew:since 1.19
func Appendf(b []byte, format string, a ...any) []byte

//curfew:since 1.19
func Appendln(b []byte, a ...any) []byte

func Errorf(format string, a ...any) (err error)

//curfew:since 1.20
func FormatString(state State, verb rune) string

//curfew:writes w
func Fprint(w io.Writer, a ...any) (n int, err error)

//curfew:writes w
func Fprintf(w io.Writer, format string, a ...any) (n int, err error)

//curfew:writes w
func Fprintln(w io.Writer, a ...any) (n int, err error)

//curfew:reads r
func Fscan(r io.Reader, a ...any) (n int, err error)

//curfew:reads r
func Fscanf(r io.Reader, format string, a ...any) (n int, err error)

//curfew:reads r
func Fscanln(r io.Reader, a ...any) (n int, err error)

//curfew:affects output
func Print(a ...any) (n int, err error)

//curfew:affects output
func Printf(format string, a ...any) (n int, err error)

//curfew:affects output
func Println(a ...any) (n int, err error)

//curfew:blocks stdin
func Scan(a ...any) (n int, err error)

//curfew:blocks stdin
func Scanf(format string, a ...any) (n int, err error)

//curfew:blocks stdin
func Scanln(a ...any) (n int, err error)

func Sprint(a ...any) string

func Sprintf(format string, a ...any) string

func Sprintln(a ...any) string

func Sscan(str string, a ...any) (n int, err error)

func Sscanf(str, format string, a ...any) (n int, err error)

func Sscanln(str string, a ...any) (n int, err error)

type Formatter interface {
	Format(f State, verb rune)
}

type GoStringer interface {
	GoString() string
}

type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

type Scanner interface {
	Scan(state ScanState, verb rune) error
}

type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

type Stringer interface {
	String() string
}
