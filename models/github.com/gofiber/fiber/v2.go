//curfew:models 0

// Handlers run on a goroutine for each request. UserContext is a background context unless a handler
// before has set another. Written from v2.52.15.
package fiber

import (
	"context"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/valyala/fasthttp"
)

func New(config ...Config) *App

type App struct{}

//curfew:runs handlers handler
func (app *App) All(path string, handlers ...Handler) Router

//curfew:runs handlers handler
func (app *App) Delete(path string, handlers ...Handler) Router

//curfew:runs handlers handler
func (app *App) Get(path string, handlers ...Handler) Router

func (app *App) Group(prefix string, handlers ...Handler) Router

//curfew:runs handlers handler
func (app *App) Head(path string, handlers ...Handler) Router

//curfew:serves until Shutdown ShutdownWithContext ShutdownWithTimeout
//curfew:blocks network until Shutdown ShutdownWithContext ShutdownWithTimeout
func (app *App) Listen(addr string) error

//curfew:serves until Shutdown ShutdownWithContext ShutdownWithTimeout
//curfew:blocks network until Shutdown ShutdownWithContext ShutdownWithTimeout
func (app *App) ListenTLS(addr string, certFile string, keyFile string) error

//curfew:serves until Shutdown ShutdownWithContext ShutdownWithTimeout
//curfew:blocks network until Shutdown ShutdownWithContext ShutdownWithTimeout
func (app *App) Listener(ln net.Listener) error

//curfew:runs handlers handler
func (app *App) Patch(path string, handlers ...Handler) Router

//curfew:runs handlers handler
func (app *App) Post(path string, handlers ...Handler) Router

//curfew:runs handlers handler
func (app *App) Put(path string, handlers ...Handler) Router

//curfew:blocks network
//curfew:releases
func (app *App) Shutdown() error

//curfew:drains ctx
//curfew:waits ctx
//curfew:releases
func (app *App) ShutdownWithContext(ctx context.Context) error

//curfew:releases
func (app *App) ShutdownWithTimeout(timeout time.Duration) error

func (app *App) Test(req *http.Request, msTimeout ...int) (*http.Response, error)

func (app *App) Use(args ...interface{}) Router

type Config struct {
	Prefork      bool
	BodyLimit    int
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
	IdleTimeout  time.Duration
	AppName      string
}

type Ctx struct{}

func (c *Ctx) Body() []byte

func (c *Ctx) BodyParser(out interface{}) error

func (c *Ctx) Context() *fasthttp.RequestCtx

func (c *Ctx) Get(key string, defaultValue ...string) string

func (c *Ctx) IP() string

//curfew:affects network
func (c *Ctx) JSON(data interface{}, ctype ...string) error

func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{}

func (c *Ctx) Next() error

func (c *Ctx) Params(key string, defaultValue ...string) string

func (c *Ctx) Query(key string, defaultValue ...string) string

//curfew:affects network
func (c *Ctx) Send(body []byte) error

//curfew:affects network
func (c *Ctx) SendStatus(status int) error

//curfew:affects network
func (c *Ctx) SendStream(stream io.Reader, size ...int) error

//curfew:affects network
func (c *Ctx) SendString(body string) error

func (c *Ctx) SetUserContext(ctx context.Context)

func (c *Ctx) Status(status int) *Ctx

//curfew:derives recv
func (c *Ctx) UserContext() context.Context

//curfew:handler
type Handler = func(*Ctx) error

type Map map[string]interface{}

type Router interface{}
