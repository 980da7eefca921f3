//curfew:models 0

// The context of a start or stop hook ends with the hook's timeout. Written from v1.24.0.
package fx

import (
	"context"
	"os"
	"time"
)

func Decorate(decorators ...interface{}) Option

func Invoke(funcs ...interface{}) Option

func Module(name string, opts ...Option) Option

func New(opts ...Option) *App

func Options(opts ...Option) Option

func Populate(targets ...interface{}) Option

func Provide(constructors ...interface{}) Option

func StartTimeout(v time.Duration) Option

func StopTimeout(v time.Duration) Option

func Supply(values ...interface{}) Option

type App struct{}

func (app *App) Done() <-chan os.Signal

func (app *App) Err() error

// Until a signal comes or somebody shuts the program down.
//
//curfew:serves
func (app *App) Run()

//curfew:waits ctx
func (app *App) Start(ctx context.Context) (err error)

//curfew:drains ctx
//curfew:waits ctx
//curfew:releases
func (app *App) Stop(ctx context.Context) (err error)

func (app *App) Wait() <-chan ShutdownSignal

type Hook struct {
	//curfew:runs recv
	OnStart func(context.Context) error
	//curfew:runs recv
	OnStop func(context.Context) error
}

type Lifecycle interface {
	Append(Hook)
}

type Option interface {
	String() string
}

type ShutdownOption interface{}

type ShutdownSignal struct{}

type Shutdowner interface {
	Shutdown(...ShutdownOption) error
}
