//curfew:models 0

// A context is read for its values here, never waited on.
package slog

import (
	"context"
	"io"
	"log"
	"time"
)

const (
	//curfew:since 1.21
	KindAny Kind = 0
	//curfew:since 1.21
	KindBool Kind = 1
	//curfew:since 1.21
	KindDuration Kind = 2
	//curfew:since 1.21
	KindFloat64 Kind = 3
	//curfew:since 1.21
	KindInt64 Kind = 4
	//curfew:since 1.21
	KindString Kind = 5
	//curfew:since 1.21
	KindTime Kind = 6
	//curfew:since 1.21
	KindUint64 Kind = 7
	//curfew:since 1.21
	KindGroup Kind = 8
	//curfew:since 1.21
	KindLogValuer Kind = 9

	//curfew:since 1.21
	TimeKey = "time"
	//curfew:since 1.21
	LevelKey = "level"
	//curfew:since 1.21
	MessageKey = "msg"
	//curfew:since 1.21
	SourceKey = "source"

	//curfew:since 1.21
	LevelDebug Level = -4
	//curfew:since 1.21
	LevelInfo Level = 0
	//curfew:since 1.21
	LevelWarn Level = 4
	//curfew:since 1.21
	LevelError Level = 8
)

var (
	//curfew:since 1.24
	DiscardHandler Handler
)

//curfew:since 1.21
func Any(key string, value any) Attr

//curfew:since 1.21
func AnyValue(v any) Value

//curfew:since 1.21
func Bool(key string, v bool) Attr

//curfew:since 1.21
func BoolValue(v bool) Value

//curfew:affects output
//curfew:since 1.21
func Debug(msg string, args ...any)

//curfew:affects output
//curfew:since 1.21
func DebugContext(ctx context.Context, msg string, args ...any)

//curfew:since 1.21
func Default() *Logger

//curfew:since 1.21
func Duration(key string, v time.Duration) Attr

//curfew:since 1.21
func DurationValue(v time.Duration) Value

//curfew:affects output
//curfew:since 1.21
func Error(msg string, args ...any)

//curfew:affects output
//curfew:since 1.21
func ErrorContext(ctx context.Context, msg string, args ...any)

//curfew:since 1.21
func Float64(key string, v float64) Attr

//curfew:since 1.21
func Float64Value(v float64) Value

//curfew:since 1.21
func Group(key string, args ...any) Attr

//curfew:since 1.25
func GroupAttrs(key string, attrs ...Attr) Attr

//curfew:since 1.21
func GroupValue(as ...Attr) Value

//curfew:affects output
//curfew:since 1.21
func Info(msg string, args ...any)

//curfew:affects output
//curfew:since 1.21
func InfoContext(ctx context.Context, msg string, args ...any)

//curfew:since 1.21
func Int(key string, value int) Attr

//curfew:since 1.21
func Int64(key string, value int64) Attr

//curfew:since 1.21
func Int64Value(v int64) Value

//curfew:since 1.21
func IntValue(v int) Value

//curfew:affects output
//curfew:since 1.21
func Log(ctx context.Context, level Level, msg string, args ...any)

//curfew:affects output
//curfew:since 1.21
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr)

//curfew:since 1.21
func New(h Handler) *Logger

//curfew:since 1.21
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler

//curfew:since 1.21
func NewLogLogger(h Handler, level Level) *log.Logger

//curfew:since 1.26
func NewMultiHandler(handlers ...Handler) *MultiHandler

//curfew:since 1.21
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record

//curfew:since 1.21
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler

//curfew:since 1.21
func SetDefault(l *Logger)

//curfew:since 1.22
func SetLogLoggerLevel(level Level) (oldLevel Level)

//curfew:since 1.21
func String(key, value string) Attr

//curfew:since 1.21
func StringValue(value string) Value

//curfew:since 1.21
func Time(key string, v time.Time) Attr

//curfew:since 1.21
func TimeValue(v time.Time) Value

//curfew:since 1.21
func Uint64(key string, v uint64) Attr

//curfew:since 1.21
func Uint64Value(v uint64) Value

//curfew:affects output
//curfew:since 1.21
func Warn(msg string, args ...any)

//curfew:affects output
//curfew:since 1.21
func WarnContext(ctx context.Context, msg string, args ...any)

//curfew:since 1.21
func With(args ...any) *Logger

//curfew:since 1.21
type Attr struct {
	Key   string
	Value Value
}

func (a Attr) Equal(b Attr) bool

func (a Attr) String() string

//curfew:since 1.21
type Handler interface {
	Enabled(context.Context, Level) bool
	//curfew:affects output
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

//curfew:since 1.21
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

//curfew:since 1.21
type JSONHandler struct{}

func (h *JSONHandler) Enabled(_ context.Context, level Level) bool

//curfew:affects output
func (h *JSONHandler) Handle(_ context.Context, r Record) error

func (h *JSONHandler) WithAttrs(attrs []Attr) Handler

func (h *JSONHandler) WithGroup(name string) Handler

//curfew:since 1.21
type Kind int

func (k Kind) String() string

//curfew:since 1.21
type Level int

//curfew:since 1.24
func (l Level) AppendText(b []byte) ([]byte, error)

func (l Level) Level() Level

func (l Level) MarshalJSON() ([]byte, error)

func (l Level) MarshalText() ([]byte, error)

func (l Level) String() string

func (l *Level) UnmarshalJSON(data []byte) error

func (l *Level) UnmarshalText(data []byte) error

//curfew:since 1.21
type LevelVar struct{}

//curfew:since 1.24
func (v *LevelVar) AppendText(b []byte) ([]byte, error)

func (v *LevelVar) Level() Level

func (v *LevelVar) MarshalText() ([]byte, error)

func (v *LevelVar) Set(l Level)

func (v *LevelVar) String() string

func (v *LevelVar) UnmarshalText(data []byte) error

//curfew:since 1.21
type Leveler interface {
	Level() Level
}

//curfew:since 1.21
type LogValuer interface {
	LogValue() Value
}

//curfew:since 1.21
type Logger struct{}

//curfew:affects output
func (l *Logger) Debug(msg string, args ...any)

//curfew:affects output
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any)

func (l *Logger) Enabled(ctx context.Context, level Level) bool

//curfew:affects output
func (l *Logger) Error(msg string, args ...any)

//curfew:affects output
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any)

func (l *Logger) Handler() Handler

//curfew:affects output
func (l *Logger) Info(msg string, args ...any)

//curfew:affects output
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any)

//curfew:affects output
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any)

//curfew:affects output
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr)

//curfew:affects output
func (l *Logger) Warn(msg string, args ...any)

//curfew:affects output
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any)

func (l *Logger) With(args ...any) *Logger

func (l *Logger) WithGroup(name string) *Logger

//curfew:since 1.26
type MultiHandler struct{}

func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool

func (h *MultiHandler) Handle(ctx context.Context, r Record) error

func (h *MultiHandler) WithAttrs(attrs []Attr) Handler

func (h *MultiHandler) WithGroup(name string) Handler

//curfew:since 1.21
type Record struct {
	Time    time.Time
	Message string
	Level   Level
	PC      uintptr
}

func (r *Record) Add(args ...any)

func (r *Record) AddAttrs(attrs ...Attr)

//curfew:runs f
func (r Record) Attrs(f func(Attr) bool)

func (r Record) Clone() Record

func (r Record) NumAttrs() int

//curfew:since 1.25
func (r Record) Source() *Source

//curfew:since 1.21
type Source struct {
	Function string
	File     string
	Line     int
}

//curfew:since 1.21
type TextHandler struct{}

func (h *TextHandler) Enabled(_ context.Context, level Level) bool

//curfew:affects output
func (h *TextHandler) Handle(_ context.Context, r Record) error

func (h *TextHandler) WithAttrs(attrs []Attr) Handler

func (h *TextHandler) WithGroup(name string) Handler

//curfew:since 1.21
type Value struct{}

func (v Value) Any() any

func (v Value) Bool() bool

func (v Value) Duration() time.Duration

func (v Value) Equal(w Value) bool

func (v Value) Float64() float64

func (v Value) Group() []Attr

func (v Value) Int64() int64

func (v Value) Kind() Kind

func (v Value) LogValuer() LogValuer

func (v Value) Resolve() (rv Value)

func (v Value) String() string

func (v Value) Time() time.Time

func (v Value) Uint64() uint64
