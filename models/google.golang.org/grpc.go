//curfew:models 0

// A connection keeps goroutines until it is closed; calls wait under their own context. A server
// calls each method of a service on a goroutine of its own. Written from v1.85.0.
package grpc

import (
	"context"
	"net"

	"google.golang.org/grpc/connectivity"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/metadata"
)

func ChainStreamInterceptor(interceptors ...StreamServerInterceptor) ServerOption

func ChainUnaryInterceptor(interceptors ...UnaryServerInterceptor) ServerOption

func Creds(c credentials.TransportCredentials) ServerOption

//curfew:starts until Close
//curfew:must-release result until Close
func Dial(target string, opts ...DialOption) (*ClientConn, error)

// Does not wait for the connection, unless an option asks for that.
//
//curfew:starts until Close
//curfew:must-release result until Close
func DialContext(ctx context.Context, target string, opts ...DialOption) (conn *ClientConn, err error)

//curfew:waits ctx
//curfew:affects network
func Invoke(ctx context.Context, method string, args any, reply any, cc *ClientConn, opts ...CallOption) error

//curfew:starts until Close
//curfew:must-release result until Close
func NewClient(target string, opts ...DialOption) (conn *ClientConn, err error)

//curfew:waits ctx
//curfew:affects network
func NewClientStream(ctx context.Context, desc *StreamDesc, cc *ClientConn, method string, opts ...CallOption) (ClientStream, error)

func NewServer(opt ...ServerOption) *Server

func StreamInterceptor(i StreamServerInterceptor) ServerOption

func UnaryInterceptor(i UnaryServerInterceptor) ServerOption

func WithBlock() DialOption

func WithChainUnaryInterceptor(interceptors ...UnaryClientInterceptor) DialOption

func WithInsecure() DialOption

func WithStreamInterceptor(f StreamClientInterceptor) DialOption

func WithTransportCredentials(creds credentials.TransportCredentials) DialOption

func WithUnaryInterceptor(f UnaryClientInterceptor) DialOption

type BidiStreamingClient[Req any, Res any] interface {
	//curfew:derives recv
	Context() context.Context
	//curfew:waits recv
	Recv() (*Res, error)
	//curfew:waits recv
	//curfew:affects network
	Send(*Req) error
}

type BidiStreamingServer[Req any, Res any] interface {
	//curfew:derives recv
	Context() context.Context
	//curfew:waits recv
	Recv() (*Req, error)
	//curfew:waits recv
	//curfew:affects network
	Send(*Res) error
}

type CallOption interface{}

type ClientConn struct{}

//curfew:releases
func (cc *ClientConn) Close() error

func (cc *ClientConn) Connect()

//curfew:waits ctx
//curfew:affects network
func (cc *ClientConn) Invoke(ctx context.Context, method string, args any, reply any, opts ...CallOption) error

//curfew:waits ctx
//curfew:affects network
func (cc *ClientConn) NewStream(ctx context.Context, desc *StreamDesc, method string, opts ...CallOption) (ClientStream, error)

func (cc *ClientConn) Target() string

//curfew:waits ctx
func (cc *ClientConn) WaitForStateChange(ctx context.Context, sourceState connectivity.State) bool

type ClientConnInterface interface {
	//curfew:waits ctx
	//curfew:affects network
	Invoke(ctx context.Context, method string, args any, reply any, opts ...CallOption) error
	//curfew:waits ctx
	//curfew:affects network
	NewStream(ctx context.Context, desc *StreamDesc, method string, opts ...CallOption) (ClientStream, error)
}

type ClientStream interface {
	CloseSend() error
	//curfew:derives recv
	Context() context.Context
	Header() (metadata.MD, error)
	//curfew:waits recv
	RecvMsg(m any) error
	//curfew:waits recv
	//curfew:affects network
	SendMsg(m any) error
	Trailer() metadata.MD
}

type ClientStreamingServer[Req any, Res any] interface {
	//curfew:derives recv
	Context() context.Context
	//curfew:waits recv
	Recv() (*Req, error)
	//curfew:affects network
	SendAndClose(*Res) error
}

type DialOption interface{}

type Server struct{}

// Waits until the calls in flight have ended, however long they take.
//
//curfew:blocks network until Stop
//curfew:releases
func (s *Server) GracefulStop()

func (s *Server) RegisterService(sd *ServiceDesc, ss any)

//curfew:serves until Stop GracefulStop
//curfew:blocks network until Stop GracefulStop
func (s *Server) Serve(lis net.Listener) error

//curfew:releases
func (s *Server) Stop()

type ServerOption interface{}

type ServerStream interface {
	//curfew:derives recv
	Context() context.Context
	//curfew:waits recv
	RecvMsg(m any) error
	SendHeader(metadata.MD) error
	//curfew:waits recv
	//curfew:affects network
	SendMsg(m any) error
	SetHeader(metadata.MD) error
	SetTrailer(metadata.MD)
}

type ServerStreamingClient[Res any] interface {
	//curfew:derives recv
	Context() context.Context
	//curfew:waits recv
	Recv() (*Res, error)
}

type ServerStreamingServer[Res any] interface {
	//curfew:derives recv
	Context() context.Context
	//curfew:waits recv
	//curfew:affects network
	Send(*Res) error
}

type ServiceDesc struct{}

type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

type StreamClientInterceptor func(ctx context.Context, desc *StreamDesc, cc *ClientConn, method string, streamer Streamer, opts ...CallOption) (ClientStream, error)

type StreamDesc struct{}

//curfew:handler
type StreamHandler func(srv any, stream ServerStream) error

type StreamServerInfo struct {
	FullMethod     string
	IsClientStream bool
	IsServerStream bool
}

//curfew:handler
type StreamServerInterceptor func(srv any, ss ServerStream, info *StreamServerInfo, handler StreamHandler) error

type Streamer func(ctx context.Context, desc *StreamDesc, cc *ClientConn, method string, opts ...CallOption) (ClientStream, error)

type UnaryClientInterceptor func(ctx context.Context, method string, req any, reply any, cc *ClientConn, invoker UnaryInvoker, opts ...CallOption) error

type UnaryHandler func(ctx context.Context, req any) (any, error)

type UnaryInvoker func(ctx context.Context, method string, req any, reply any, cc *ClientConn, opts ...CallOption) error

type UnaryServerInfo struct {
	Server     any
	FullMethod string
}

//curfew:handler
type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (resp any, err error)
