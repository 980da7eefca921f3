//curfew:models 0

// A command made with CommandContext is killed when its context ends, but Wait still waits for
// copies from its pipes unless WaitDelay is set.
package exec

import (
	"context"
	"io"
	"os"
	"syscall"
	"time"
)

var (
	//curfew:since 1.19
	ErrDot      error
	ErrNotFound error
	//curfew:since 1.20
	ErrWaitDelay error
)

func Command(name string, arg ...string) *Cmd

//curfew:carries ctx
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd

func LookPath(file string) (string, error)

type Cmd struct {
	Path         string
	Args         []string
	Env          []string
	Dir          string
	Stdin        io.Reader
	Stdout       io.Writer
	Stderr       io.Writer
	ExtraFiles   []*os.File
	SysProcAttr  *syscall.SysProcAttr
	Process      *os.Process
	ProcessState *os.ProcessState
	//curfew:since 1.19
	Err error
	//curfew:since 1.20
	Cancel func() error
	//curfew:since 1.20
	WaitDelay time.Duration
}

//curfew:waits recv
//curfew:affects process
func (c *Cmd) CombinedOutput() ([]byte, error)

//curfew:since 1.19
func (c *Cmd) Environ() []string

//curfew:waits recv
//curfew:affects process
func (c *Cmd) Output() ([]byte, error)

//curfew:waits recv
//curfew:affects process
func (c *Cmd) Run() error

// Starts goroutines that copy from and to the process; Wait ends them.
//
//curfew:affects process
//curfew:must-release recv until Wait
func (c *Cmd) Start() error

//curfew:opens result pipe
func (c *Cmd) StderrPipe() (io.ReadCloser, error)

//curfew:opens result pipe
func (c *Cmd) StdinPipe() (io.WriteCloser, error)

//curfew:opens result pipe
func (c *Cmd) StdoutPipe() (io.ReadCloser, error)

func (c *Cmd) String() string

//curfew:waits recv
//curfew:releases
func (c *Cmd) Wait() error

type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string

func (e *Error) Unwrap() error

type ExitError struct {
	*os.ProcessState
	Stderr []byte
}

func (e *ExitError) Error() string
