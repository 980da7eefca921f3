//curfew:models 0

// What takes a request of connect's is called for each one. Written from v1.21.1.
package connect

import (
	"context"
	"net/http"
)

//curfew:runs implementation handler
func NewBidiStreamHandler[Req, Res any](procedure string, implementation func(context.Context, *BidiStream[Req, Res]) error, options ...HandlerOption) *Handler

//curfew:runs implementation handler
func NewClientStreamHandler[Req, Res any](procedure string, implementation func(context.Context, *ClientStream[Req]) (*Response[Res], error), options ...HandlerOption) *Handler

func NewClient[Req, Res any](httpClient HTTPClient, url string, options ...ClientOption) *Client[Req, Res]

func NewError(c Code, underlying error) *Error

func NewRequest[T any](message *T) *Request[T]

func NewResponse[T any](message *T) *Response[T]

//curfew:runs implementation handler
func NewServerStreamHandler[Req, Res any](procedure string, implementation func(context.Context, *Request[Req], *ServerStream[Res]) error, options ...HandlerOption) *Handler

//curfew:runs unary handler
func NewUnaryHandler[Req, Res any](procedure string, unary func(context.Context, *Request[Req]) (*Response[Res], error), options ...HandlerOption) *Handler

type AnyRequest interface{}

type AnyResponse interface{}

//curfew:handler
type BidiStream[Req any, Res any] struct{}

func (b *BidiStream[Req, Res]) Receive() (*Req, error)

//curfew:affects network
func (b *BidiStream[Req, Res]) Send(msg *Res) error

type Client[Req any, Res any] struct{}

//curfew:waits ctx
//curfew:affects network
func (c *Client[Req, Res]) CallClientStream(ctx context.Context) *ClientStreamForClient[Req, Res]

//curfew:waits ctx
//curfew:affects network
func (c *Client[Req, Res]) CallServerStream(ctx context.Context, request *Request[Req]) (*ServerStreamForClient[Res], error)

//curfew:waits ctx
//curfew:affects network
func (c *Client[Req, Res]) CallUnary(ctx context.Context, request *Request[Req]) (*Response[Res], error)

type ClientOption interface{}

//curfew:handler
type ClientStream[Req any] struct{}

func (c *ClientStream[Req]) Err() error

func (c *ClientStream[Req]) Msg() *Req

func (c *ClientStream[Req]) Receive() bool

type ClientStreamForClient[Req any, Res any] struct{}

type Code uint32

type Error struct{}

type HTTPClient interface {
	Do(*http.Request) (*http.Response, error)
}

type Handler struct{}

type HandlerOption interface{}

//curfew:handler
type Request[T any] struct {
	Msg *T
}

func (r *Request[_]) Header() http.Header

type Response[T any] struct {
	Msg *T
}

type ServerStream[Res any] struct{}

//curfew:affects network
func (s *ServerStream[Res]) Send(msg *Res) error

type ServerStreamForClient[Res any] struct{}

//curfew:handler
type UnaryFunc func(context.Context, AnyRequest) (AnyResponse, error)
