//curfew:models 0

// A test server runs goroutines until it is closed, and its Close waits for requests in flight.
package httptest

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
	"testing"
)

const (
	DefaultRemoteAddr = "1.2.3.4"
)

func NewRecorder() *ResponseRecorder

func NewRequest(method, target string, body io.Reader) *http.Request

//curfew:carries ctx
//curfew:since 1.23
func NewRequestWithContext(ctx context.Context, method, target string, body io.Reader) *http.Request

//curfew:starts until Close
//curfew:must-release result until Close
//curfew:runs handler handler
func NewServer(handler http.Handler) *Server

//curfew:starts until Close
//curfew:must-release result until Close
//curfew:runs handler handler
func NewTLSServer(handler http.Handler) *Server

//curfew:since 1.27
func NewTestServer(t testing.TB, handler http.Handler) *Server

//curfew:must-release result until Close
//curfew:runs handler handler
func NewUnstartedServer(handler http.Handler) *Server

type ResponseRecorder struct {
	Code      int
	HeaderMap http.Header
	Body      *bytes.Buffer
	Flushed   bool
}

func (rw *ResponseRecorder) Flush()

func (rw *ResponseRecorder) Header() http.Header

func (rw *ResponseRecorder) Result() *http.Response

func (rw *ResponseRecorder) Write(buf []byte) (int, error)

func (rw *ResponseRecorder) WriteHeader(code int)

func (rw *ResponseRecorder) WriteString(str string) (int, error)

type Server struct {
	URL         string
	Listener    net.Listener
	EnableHTTP2 bool
	TLS         *tls.Config
	Config      *http.Server
}

func (s *Server) Certificate() *x509.Certificate

func (s *Server) Client() *http.Client

// Blocks until the requests in flight have ended.
//
//curfew:releases
//curfew:blocks network
func (s *Server) Close()

func (s *Server) CloseClientConnections()

//curfew:starts until Close
func (s *Server) Start()

//curfew:starts until Close
func (s *Server) StartTLS()
