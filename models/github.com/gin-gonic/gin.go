//curfew:models 0

// Handlers run on a goroutine for each request, whose context is that of the request in their argument. Written
// from v1.12.0.
package gin

import (
	"io"
	"net"
	"net/http"
	"time"
)

const ReleaseMode = "release"

func Default(opts ...OptionFunc) *Engine

func Logger() HandlerFunc

func New(opts ...OptionFunc) *Engine

func Recovery() HandlerFunc

func SetMode(value string)

type Context struct {
	//curfew:carries recv
	Request *http.Request
	Writer  ResponseWriter
	Params  Params
	Keys    map[any]any
	Errors  errorMsgs
}

func (c *Context) Abort()

//curfew:affects network
func (c *Context) AbortWithStatus(code int)

//curfew:affects network
func (c *Context) AbortWithStatusJSON(code int, jsonObj any)

func (c *Context) Bind(obj any) error

func (c *Context) BindJSON(obj any) error

func (c *Context) ClientIP() string

// The copy may be used when the handler has returned; its request has ended then all the same.
//
//curfew:carries recv
func (c *Context) Copy() *Context

//curfew:affects network
func (c *Context) Data(code int, contentType string, data []byte)

func (c *Context) Deadline() (deadline time.Time, ok bool)

func (c *Context) DefaultQuery(key string, defaultValue string) string

func (c *Context) Done() <-chan struct{}

func (c *Context) Err() error

func (c *Context) Error(err error) *Error

func (c *Context) Get(key any) (value any, exists bool)

func (c *Context) GetHeader(key string) string

//curfew:affects network
func (c *Context) JSON(code int, obj any)

func (c *Context) MustGet(key any) any

func (c *Context) Next()

func (c *Context) Param(key string) string

func (c *Context) PostForm(key string) (value string)

func (c *Context) Query(key string) (value string)

func (c *Context) Set(key any, value any)

func (c *Context) ShouldBind(obj any) error

func (c *Context) ShouldBindJSON(obj any) error

//curfew:affects network
func (c *Context) Status(code int)

//curfew:affects network
//curfew:runs step
func (c *Context) Stream(step func(w io.Writer) bool) bool

//curfew:affects network
func (c *Context) String(code int, format string, values ...any)

func (c *Context) Value(key any) any

type Engine struct{}

//curfew:runs handlers handler
func (e *Engine) Any(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (e *Engine) DELETE(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (e *Engine) GET(relativePath string, handlers ...HandlerFunc) IRoutes

func (e *Engine) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup

//curfew:runs handlers handler
func (e *Engine) Handle(httpMethod string, relativePath string, handlers ...HandlerFunc) IRoutes

func (engine *Engine) Handler() http.Handler

func (engine *Engine) NoRoute(handlers ...HandlerFunc)

//curfew:runs handlers handler
func (e *Engine) PATCH(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (e *Engine) POST(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (e *Engine) PUT(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:serves
//curfew:blocks network
func (engine *Engine) Run(addr ...string) (err error)

//curfew:serves
//curfew:blocks network
func (engine *Engine) RunListener(listener net.Listener) (err error)

//curfew:serves
//curfew:blocks network
func (engine *Engine) RunTLS(addr string, certFile string, keyFile string) (err error)

func (engine *Engine) ServeHTTP(w http.ResponseWriter, req *http.Request)

func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes

type Error struct{}

type H map[string]any

//curfew:handler
type HandlerFunc func(*Context)

type IRoutes interface{}

type OptionFunc func(*Engine)

type Param struct{}

type Params []Param

type ResponseWriter interface{}

type RouterGroup struct{}

//curfew:runs handlers handler
func (group *RouterGroup) Any(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) DELETE(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes

func (group *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup

//curfew:runs handlers handler
func (group *RouterGroup) HEAD(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) Handle(httpMethod string, relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) OPTIONS(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) PATCH(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes

//curfew:runs handlers handler
func (group *RouterGroup) PUT(relativePath string, handlers ...HandlerFunc) IRoutes

func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes

type errorMsgs []*Error
