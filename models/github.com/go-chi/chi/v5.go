//curfew:models 0

// Handlers are those of net/http. Written from v5.5.0.
package chi

import (
	"context"
	"net/http"
)

func NewMux() *Mux

func NewRouter() *Mux

func URLParam(r *http.Request, key string) string

func URLParamFromCtx(ctx context.Context, key string) string

type Context struct{}

type Middlewares []func(http.Handler) http.Handler

type Mux struct{}

//curfew:runs handlerFn handler
func (mx *Mux) Delete(pattern string, handlerFn http.HandlerFunc)

//curfew:runs handlerFn handler
func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc)

//curfew:runs fn
func (mx *Mux) Group(fn func(r Router)) Router

//curfew:runs handler handler
func (mx *Mux) Handle(pattern string, handler http.Handler)

//curfew:runs handlerFn handler
func (mx *Mux) HandleFunc(pattern string, handlerFn http.HandlerFunc)

//curfew:runs handlerFn handler
func (mx *Mux) Head(pattern string, handlerFn http.HandlerFunc)

func (mx *Mux) Mount(pattern string, handler http.Handler)

//curfew:runs handlerFn handler
func (mx *Mux) Options(pattern string, handlerFn http.HandlerFunc)

//curfew:runs handlerFn handler
func (mx *Mux) Patch(pattern string, handlerFn http.HandlerFunc)

//curfew:runs handlerFn handler
func (mx *Mux) Post(pattern string, handlerFn http.HandlerFunc)

//curfew:runs handlerFn handler
func (mx *Mux) Put(pattern string, handlerFn http.HandlerFunc)

//curfew:runs fn
func (mx *Mux) Route(pattern string, fn func(r Router)) Router

func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)

func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler)

func (mx *Mux) With(middlewares ...func(http.Handler) http.Handler) Router

type Route struct{}

type Router interface {
	Connect(pattern string, h http.HandlerFunc)
	Delete(pattern string, h http.HandlerFunc)
	Find(rctx *Context, method string, path string) string
	Get(pattern string, h http.HandlerFunc)
	//curfew:runs fn
	Group(fn func(r Router)) Router
	Handle(pattern string, h http.Handler)
	HandleFunc(pattern string, h http.HandlerFunc)
	Head(pattern string, h http.HandlerFunc)
	Match(rctx *Context, method string, path string) bool
	Method(method string, pattern string, h http.Handler)
	MethodFunc(method string, pattern string, h http.HandlerFunc)
	MethodNotAllowed(h http.HandlerFunc)
	Middlewares() Middlewares
	Mount(pattern string, h http.Handler)
	NotFound(h http.HandlerFunc)
	Options(pattern string, h http.HandlerFunc)
	Patch(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Put(pattern string, h http.HandlerFunc)
	Query(pattern string, h http.HandlerFunc)
	//curfew:runs fn
	Route(pattern string, fn func(r Router)) Router
	Routes() []Route
	ServeHTTP(http.ResponseWriter, *http.Request)
	Trace(pattern string, h http.HandlerFunc)
	Use(middlewares ...func(http.Handler) http.Handler)
	With(middlewares ...func(http.Handler) http.Handler) Router
}
