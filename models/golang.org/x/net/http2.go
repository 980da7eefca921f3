//curfew:models 0

// Each connection of a transport keeps a goroutine. Written from v0.62.0.
package http2

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

func ConfigureServer(s *http.Server, conf *Server) error

func ConfigureTransport(t1 *http.Transport) error

func ConfigureTransports(t1 *http.Transport) (*Transport, error)

type ClientConn struct{}

//curfew:releases
func (cc *ClientConn) Close() error

//curfew:waits ctx
func (cc *ClientConn) Ping(ctx context.Context) error

//curfew:waits req
//curfew:affects network
//curfew:must-release result.Body until Close
func (cc *ClientConn) RoundTrip(req *http.Request) (*http.Response, error)

//curfew:drains ctx
//curfew:waits ctx
//curfew:releases
func (cc *ClientConn) Shutdown(ctx context.Context) error

type ServeConnOpts struct {
	Context    context.Context
	BaseConfig *http.Server
	//curfew:runs recv handler
	Handler http.Handler
}

type Server struct {
	MaxHandlers          int
	MaxConcurrentStreams uint32
	MaxReadFrameSize     uint32
	IdleTimeout          time.Duration
}

//curfew:serves
//curfew:blocks network
func (s *Server) ServeConn(c net.Conn, opts *ServeConnOpts)

//curfew:starts until CloseIdleConnections
type Transport struct {
	DialTLSContext     func(ctx context.Context, network string, addr string, cfg *tls.Config) (net.Conn, error)
	DialTLS            func(network string, addr string, cfg *tls.Config) (net.Conn, error)
	TLSClientConfig    *tls.Config
	DisableCompression bool
	AllowHTTP          bool
	//curfew:spares
	IdleConnTimeout  time.Duration
	ReadIdleTimeout  time.Duration
	PingTimeout      time.Duration
	WriteByteTimeout time.Duration
}

//curfew:releases
func (t *Transport) CloseIdleConnections()

//curfew:starts until Close Shutdown
//curfew:must-release result until Close Shutdown
func (t *Transport) NewClientConn(c net.Conn) (*ClientConn, error)

//curfew:waits req
//curfew:affects network
//curfew:must-release result.Body until Close
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error)
