//curfew:models 0

// Only what programs use of the runtime; memory statistics and profiles are left out.
package runtime

const (
	GOOS   string = "linux"
	GOARCH string = "amd64"

	Compiler = "gc"
)

//curfew:spawns cleanup delayed
//curfew:since 1.24
func AddCleanup[T any, S any](ptr *T, cleanup func(S), arg S) Cleanup

func Breakpoint()

func Caller(skip int) (pc uintptr, file string, line int, ok bool)

func Callers(skip int, pc []uintptr) int

func CallersFrames(callers []uintptr) *Frames

func FuncForPC(pc uintptr) *Func

func GC()

func GOMAXPROCS(n int) int

func GOROOT() string

//curfew:exits goroutine
func Goexit()

func Gosched()

func KeepAlive(x any)

func LockOSThread()

func NumCPU() int

func NumCgoCall() int64

//curfew:watches result
func NumGoroutine() int

//curfew:spawns finalizer delayed
func SetFinalizer(obj, finalizer any)

//curfew:watches all
func Stack(buf []byte, all bool) int

func UnlockOSThread()

func Version() string

//curfew:since 1.24
type Cleanup struct{}

func (c Cleanup) Stop()

type Error interface {
	error
	RuntimeError()
}

type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

type Frames struct{}

func (ci *Frames) Next() (frame Frame, more bool)

type Func struct{}

func (f *Func) Entry() uintptr

func (f *Func) FileLine(pc uintptr) (file string, line int)

func (f *Func) Name() string

//curfew:since 1.21
type PanicNilError struct{}

func (_ *PanicNilError) Error() string

func (_ *PanicNilError) RuntimeError()

//curfew:since 1.21
type Pinner struct{}

func (p *Pinner) Pin(pointer any)

func (p *Pinner) Unpin()

type TypeAssertionError struct{}

func (e *TypeAssertionError) Error() string

func (_ *TypeAssertionError) RuntimeError()
