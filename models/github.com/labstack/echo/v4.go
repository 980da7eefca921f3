//curfew:models 0

// Handlers run on a goroutine for each request. Written from v4.16.0.
package echo

import (
	"context"
	"io"
	"net/http"
)

func New() (e *Echo)

type Context interface {
	Bind(i any) error
	//curfew:affects network
	Blob(code int, contentType string, b []byte) error
	FormValue(name string) string
	Get(key string) any
	//curfew:affects network
	HTML(code int, html string) error
	//curfew:affects network
	JSON(code int, i any) error
	Logger() Logger
	//curfew:affects network
	NoContent(code int) error
	Param(name string) string
	QueryParam(name string) string
	//curfew:affects network
	Redirect(code int, url string) error
	//curfew:carries recv
	Request() *http.Request
	Response() *Response
	Set(key string, val any)
	SetRequest(r *http.Request)
	//curfew:affects network
	Stream(code int, contentType string, r io.Reader) error
	//curfew:affects network
	String(code int, s string) error
}

type Echo struct{}

//curfew:runs handler handler
func (e *Echo) Add(method string, path string, handler HandlerFunc, middleware ...MiddlewareFunc) *Route

//curfew:runs handler handler
func (e *Echo) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route

//curfew:releases
func (e *Echo) Close() error

//curfew:runs h handler
func (e *Echo) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

func (e *Echo) Group(prefix string, m ...MiddlewareFunc) (g *Group)

//curfew:runs h handler
func (e *Echo) HEAD(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (e *Echo) OPTIONS(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (e *Echo) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (e *Echo) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

func (e *Echo) Pre(middleware ...MiddlewareFunc)

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request)

//curfew:drains ctx
//curfew:waits ctx
//curfew:releases
func (e *Echo) Shutdown(ctx context.Context) error

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (e *Echo) Start(address string) error

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (e *Echo) StartServer(s *http.Server) (err error)

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (e *Echo) StartTLS(address string, certFile interface{}, keyFile interface{}) (err error)

func (e *Echo) Use(middleware ...MiddlewareFunc)

type Group struct{}

//curfew:runs h handler
func (g *Group) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

func (g *Group) Group(prefix string, middleware ...MiddlewareFunc) (sg *Group)

//curfew:runs h handler
func (g *Group) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

//curfew:runs h handler
func (g *Group) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) *Route

func (g *Group) Use(middleware ...MiddlewareFunc)

//curfew:handler
type HandlerFunc func(c Context) error

type Logger interface{}

type Map map[string]interface{}

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Response struct{}

type Route struct{}
