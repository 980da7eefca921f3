//curfew:models 0

// Writing a log line is no wait that anyone needs to cancel.
package log

import (
	"io"
)

const (
	Ldate         = 1
	Ltime         = 2
	Lmicroseconds = 4
	Llongfile     = 8
	Lshortfile    = 16
	LUTC          = 32
	Lmsgprefix    = 64
	LstdFlags     = 3
)

func Default() *Logger

// Deferred calls do not run.
//
//curfew:affects output
//curfew:exits process
func Fatal(v ...any)

// Deferred calls do not run.
//
//curfew:affects output
//curfew:exits process
func Fatalf(format string, v ...any)

// Deferred calls do not run.
//
//curfew:affects output
//curfew:exits process
func Fatalln(v ...any)

func Flags() int

func New(out io.Writer, prefix string, flag int) *Logger

//curfew:affects output
func Output(calldepth int, s string) error

//curfew:affects output
//curfew:exits panic
func Panic(v ...any)

//curfew:affects output
//curfew:exits panic
func Panicf(format string, v ...any)

//curfew:affects output
//curfew:exits panic
func Panicln(v ...any)

func Prefix() string

//curfew:affects output
func Print(v ...any)

//curfew:affects output
func Printf(format string, v ...any)

//curfew:affects output
func Println(v ...any)

func SetFlags(flag int)

func SetOutput(w io.Writer)

func SetPrefix(prefix string)

func Writer() io.Writer

type Logger struct{}

// Deferred calls do not run.
//
//curfew:affects output
//curfew:exits process
func (l *Logger) Fatal(v ...any)

// Deferred calls do not run.
//
//curfew:affects output
//curfew:exits process
func (l *Logger) Fatalf(format string, v ...any)

// Deferred calls do not run.
//
//curfew:affects output
//curfew:exits process
func (l *Logger) Fatalln(v ...any)

func (l *Logger) Flags() int

//curfew:affects output
func (l *Logger) Output(calldepth int, s string) error

//curfew:affects output
//curfew:exits panic
func (l *Logger) Panic(v ...any)

//curfew:affects output
//curfew:exits panic
func (l *Logger) Panicf(format string, v ...any)

//curfew:affects output
//curfew:exits panic
func (l *Logger) Panicln(v ...any)

func (l *Logger) Prefix() string

//curfew:affects output
func (l *Logger) Print(v ...any)

//curfew:affects output
func (l *Logger) Printf(format string, v ...any)

//curfew:affects output
func (l *Logger) Println(v ...any)

func (l *Logger) SetFlags(flag int)

func (l *Logger) SetOutput(w io.Writer)

func (l *Logger) SetPrefix(prefix string)

func (l *Logger) Writer() io.Writer
