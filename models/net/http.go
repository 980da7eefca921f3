//curfew:models 0

// Handlers run on a goroutine for each request, and that request's context ends when its client
// goes away or the handler returns. A client's call waits under the context of its request.
package http

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"io/fs"
	"log"
	"mime/multipart"
	"net"
	"net/url"
	"time"
)

const (
	SameSiteDefaultMode SameSite = 1
	SameSiteLaxMode     SameSite = 2
	SameSiteStrictMode  SameSite = 3
	SameSiteNoneMode    SameSite = 4

	MethodGet     = "GET"
	MethodHead    = "HEAD"
	MethodPost    = "POST"
	MethodPut     = "PUT"
	MethodPatch   = "PATCH"
	MethodDelete  = "DELETE"
	MethodConnect = "CONNECT"
	MethodOptions = "OPTIONS"
	MethodTrace   = "TRACE"
	TrailerPrefix = "Trailer:"
	TimeFormat    = "Mon, 02 Jan 2006 15:04:05 GMT"

	DefaultMaxHeaderBytes = 1048576
	//curfew:since 1.27
	DefaultMaxHeaderValueCount          = 500
	StatusContinue                      = 100
	StatusSwitchingProtocols            = 101
	StatusProcessing                    = 102
	StatusEarlyHints                    = 103
	StatusOK                            = 200
	StatusCreated                       = 201
	StatusAccepted                      = 202
	StatusNonAuthoritativeInfo          = 203
	StatusNoContent                     = 204
	StatusResetContent                  = 205
	StatusPartialContent                = 206
	StatusMultiStatus                   = 207
	StatusAlreadyReported               = 208
	StatusIMUsed                        = 226
	StatusMultipleChoices               = 300
	StatusMovedPermanently              = 301
	StatusFound                         = 302
	StatusSeeOther                      = 303
	StatusNotModified                   = 304
	StatusUseProxy                      = 305
	StatusTemporaryRedirect             = 307
	StatusPermanentRedirect             = 308
	StatusBadRequest                    = 400
	StatusUnauthorized                  = 401
	StatusPaymentRequired               = 402
	StatusForbidden                     = 403
	StatusNotFound                      = 404
	StatusMethodNotAllowed              = 405
	StatusNotAcceptable                 = 406
	StatusProxyAuthRequired             = 407
	StatusRequestTimeout                = 408
	StatusConflict                      = 409
	StatusGone                          = 410
	StatusLengthRequired                = 411
	StatusPreconditionFailed            = 412
	StatusRequestEntityTooLarge         = 413
	StatusRequestURITooLong             = 414
	StatusUnsupportedMediaType          = 415
	StatusRequestedRangeNotSatisfiable  = 416
	StatusExpectationFailed             = 417
	StatusTeapot                        = 418
	StatusMisdirectedRequest            = 421
	StatusUnprocessableEntity           = 422
	StatusLocked                        = 423
	StatusFailedDependency              = 424
	StatusTooEarly                      = 425
	StatusUpgradeRequired               = 426
	StatusPreconditionRequired          = 428
	StatusTooManyRequests               = 429
	StatusRequestHeaderFieldsTooLarge   = 431
	StatusUnavailableForLegalReasons    = 451
	StatusInternalServerError           = 500
	StatusNotImplemented                = 501
	StatusBadGateway                    = 502
	StatusServiceUnavailable            = 503
	StatusGatewayTimeout                = 504
	StatusHTTPVersionNotSupported       = 505
	StatusVariantAlsoNegotiates         = 506
	StatusInsufficientStorage           = 507
	StatusLoopDetected                  = 508
	StatusNotExtended                   = 510
	StatusNetworkAuthenticationRequired = 511
	DefaultMaxIdleConnsPerHost          = 2

	StateNew      ConnState = 0
	StateActive   ConnState = 1
	StateIdle     ConnState = 2
	StateHijacked ConnState = 3
	StateClosed   ConnState = 4
)

var (
	DefaultClient           *Client
	DefaultServeMux         *ServeMux
	DefaultTransport        RoundTripper
	ErrAbortHandler         error
	ErrBodyNotAllowed       error
	ErrBodyReadAfterClose   error
	ErrContentLength        error
	ErrHandlerTimeout       error
	ErrHeaderTooLong        *ProtocolError
	ErrHijacked             error
	ErrLineTooLong          error
	ErrMissingBoundary      *ProtocolError
	ErrMissingContentLength *ProtocolError
	ErrMissingFile          error
	ErrNoCookie             error
	ErrNoLocation           error
	ErrNotMultipart         *ProtocolError
	ErrNotSupported         *ProtocolError
	//curfew:since 1.21
	ErrSchemeMismatch    error
	ErrServerClosed      error
	ErrShortBody         *ProtocolError
	ErrSkipAltProtocol   error
	ErrUnexpectedTrailer *ProtocolError
	ErrUseLastResponse   error
	ErrWriteAfterFlush   error
	LocalAddrContextKey  *contextKey
	NoBody               noBody
	ServerContextKey     *contextKey
)

//curfew:runs h handler
func AllowQuerySemicolons(h Handler) Handler

func CanonicalHeaderKey(s string) string

func DetectContentType(data []byte) string

//curfew:affects network
func Error(w ResponseWriter, error string, code int)

func FS(fsys fs.FS) FileSystem

func FileServer(root FileSystem) Handler

//curfew:since 1.22
func FileServerFS(root fs.FS) Handler

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func Get(url string) (resp *Response, err error)

//curfew:runs handler handler
func Handle(pattern string, handler Handler)

//curfew:runs handler handler
func HandleFunc(pattern string, handler func(ResponseWriter, *Request))

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func Head(url string) (resp *Response, err error)

//curfew:serves
//curfew:blocks network
//curfew:runs handler handler
func ListenAndServe(addr string, handler Handler) error

//curfew:serves
//curfew:blocks network
//curfew:runs handler handler
func ListenAndServeTLS(addr, certFile, keyFile string, handler Handler) error

//curfew:runs h handler
//curfew:since 1.18
func MaxBytesHandler(h Handler, n int64) Handler

//curfew:wraps r
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser

//curfew:since 1.25
func NewCrossOriginProtection() *CrossOriginProtection

func NewFileTransport(fs FileSystem) RoundTripper

//curfew:since 1.22
func NewFileTransportFS(fsys fs.FS) RoundTripper

func NewRequest(method, url string, body io.Reader) (*Request, error)

//curfew:carries ctx
func NewRequestWithContext(ctx context.Context, method, url string, body io.Reader) (*Request, error)

//curfew:since 1.20
func NewResponseController(rw ResponseWriter) *ResponseController

func NewServeMux() *ServeMux

//curfew:affects network
func NotFound(w ResponseWriter, r *Request)

func NotFoundHandler() Handler

//curfew:since 1.23
func ParseCookie(line string) ([]*Cookie, error)

func ParseHTTPVersion(vers string) (major, minor int, ok bool)

//curfew:since 1.23
func ParseSetCookie(line string) (*Cookie, error)

func ParseTime(text string) (t time.Time, err error)

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func Post(url, contentType string, body io.Reader) (resp *Response, err error)

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func PostForm(url string, data url.Values) (resp *Response, err error)

func ProxyFromEnvironment(req *Request) (*url.URL, error)

func ProxyURL(fixedURL *url.URL) func(*Request) (*url.URL, error)

//curfew:reads b
func ReadRequest(b *bufio.Reader) (*Request, error)

//curfew:reads r
func ReadResponse(r *bufio.Reader, req *Request) (*Response, error)

//curfew:affects network
func Redirect(w ResponseWriter, r *Request, url string, code int)

func RedirectHandler(url string, code int) Handler

//curfew:serves
//curfew:blocks network
//curfew:runs handler handler
func Serve(l net.Listener, handler Handler) error

//curfew:affects network
func ServeContent(w ResponseWriter, req *Request, name string, modtime time.Time, content io.ReadSeeker)

//curfew:affects network
func ServeFile(w ResponseWriter, r *Request, name string)

//curfew:affects network
//curfew:since 1.22
func ServeFileFS(w ResponseWriter, r *Request, fsys fs.FS, name string)

//curfew:serves
//curfew:blocks network
//curfew:runs handler handler
func ServeTLS(l net.Listener, handler Handler, certFile, keyFile string) error

func SetCookie(w ResponseWriter, cookie *Cookie)

func StatusText(code int) string

//curfew:runs h handler
func StripPrefix(prefix string, h Handler) Handler

//curfew:runs h handler
func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler

type Client struct {
	Transport     RoundTripper
	CheckRedirect func(req *Request, via []*Request) error
	Jar           CookieJar
	Timeout       time.Duration
}

// Ends the goroutines of idle connections.
//
//curfew:releases
func (c *Client) CloseIdleConnections()

//curfew:waits req
//curfew:affects network
//curfew:must-release result.Body until Close
func (c *Client) Do(req *Request) (*Response, error)

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func (c *Client) Get(url string) (resp *Response, err error)

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func (c *Client) Head(url string) (resp *Response, err error)

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func (c *Client) Post(url, contentType string, body io.Reader) (resp *Response, err error)

// Uses a background context.
//
//curfew:blocks network
//curfew:affects network
//curfew:must-release result.Body until Close
func (c *Client) PostForm(url string, data url.Values) (resp *Response, err error)

//curfew:since 1.26
type ClientConn struct{}

func (cc *ClientConn) Available() int

func (cc *ClientConn) Close() error

func (cc *ClientConn) Err() error

func (cc *ClientConn) InFlight() int

func (cc *ClientConn) Release()

func (cc *ClientConn) Reserve() error

func (cc *ClientConn) RoundTrip(req *Request) (*Response, error)

func (cc *ClientConn) SetStateHook(f func(*ClientConn))

type CloseNotifier interface {
	CloseNotify() <-chan bool
}

type ConnState int

func (c ConnState) String() string

type Cookie struct {
	Name  string
	Value string
	//curfew:since 1.23
	Quoted     bool
	Path       string
	Domain     string
	Expires    time.Time
	RawExpires string
	MaxAge     int
	Secure     bool
	HttpOnly   bool
	SameSite   SameSite
	//curfew:since 1.23
	Partitioned bool
	Raw         string
	Unparsed    []string
}

func (c *Cookie) String() string

//curfew:since 1.18
func (c *Cookie) Valid() error

type CookieJar interface {
	SetCookies(u *url.URL, cookies []*Cookie)
	Cookies(u *url.URL) []*Cookie
}

//curfew:since 1.25
type CrossOriginProtection struct{}

func (c *CrossOriginProtection) AddInsecureBypassPattern(pattern string)

func (c *CrossOriginProtection) AddTrustedOrigin(origin string) error

func (c *CrossOriginProtection) Check(req *Request) error

func (c *CrossOriginProtection) Handler(h Handler) Handler

func (c *CrossOriginProtection) SetDenyHandler(h Handler)

type Dir string

func (d Dir) Open(name string) (File, error)

type File interface {
	io.Closer
	io.Reader
	io.Seeker
	Readdir(count int) ([]fs.FileInfo, error)
	Stat() (fs.FileInfo, error)
}

type FileSystem interface {
	Open(name string) (File, error)
}

type Flusher interface {
	Flush()
}

//curfew:since 1.24
type HTTP2Config struct {
	MaxConcurrentStreams int
	//curfew:since 1.26
	StrictMaxConcurrentRequests   bool
	MaxDecoderHeaderTableSize     int
	MaxEncoderHeaderTableSize     int
	MaxReadFrameSize              int
	MaxReceiveBufferPerConnection int
	MaxReceiveBufferPerStream     int
	SendPingTimeout               time.Duration
	PingTimeout                   time.Duration
	WriteByteTimeout              time.Duration
	PermitProhibitedCipherSuites  bool
	CountError                    func(errType string)
}

type Handler interface {
	//curfew:handler
	ServeHTTP(ResponseWriter, *Request)
}

//curfew:handler
type HandlerFunc func(ResponseWriter, *Request)

//curfew:handler
//curfew:runs recv
func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request)

type Header map[string][]string

func (h Header) Add(key, value string)

func (h Header) Clone() Header

func (h Header) Del(key string)

func (h Header) Get(key string) string

func (h Header) Set(key, value string)

func (h Header) Values(key string) []string

func (h Header) Write(w io.Writer) error

func (h Header) WriteSubset(w io.Writer, exclude map[string]bool) error

type Hijacker interface {
	//curfew:opens result network
	//curfew:must-release result until Close
	Hijack() (net.Conn, *bufio.ReadWriter, error)
}

//curfew:since 1.19
type MaxBytesError struct {
	Limit int64
}

func (e *MaxBytesError) Error() string

type ProtocolError struct {
	ErrorString string
}

func (pe *ProtocolError) Error() string

//curfew:since 1.21
func (pe *ProtocolError) Is(err error) bool

//curfew:since 1.24
type Protocols struct{}

func (p Protocols) HTTP1() bool

func (p Protocols) HTTP2() bool

func (p *Protocols) SetHTTP1(ok bool)

func (p *Protocols) SetHTTP2(ok bool)

func (p *Protocols) SetUnencryptedHTTP2(ok bool)

func (p Protocols) String() string

func (p Protocols) UnencryptedHTTP2() bool

type PushOptions struct {
	Method string
	Header Header
}

type Pusher interface {
	//curfew:affects network
	Push(target string, opts *PushOptions) error
}

type Request struct {
	Method           string
	URL              *url.URL
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	GetBody          func() (io.ReadCloser, error)
	ContentLength    int64
	TransferEncoding []string
	// The connection is not kept for another request.
	//
	//curfew:spares
	Close         bool
	Host          string
	Form          url.Values
	PostForm      url.Values
	MultipartForm *multipart.Form
	Trailer       Header
	RemoteAddr    string
	RequestURI    string
	TLS           *tls.ConnectionState
	Cancel        <-chan struct{}
	Response      *Response
	//curfew:since 1.23
	Pattern string
}

func (r *Request) AddCookie(c *Cookie)

func (r *Request) BasicAuth() (username, password string, ok bool)

//curfew:carries ctx
func (r *Request) Clone(ctx context.Context) *Request

//curfew:derives recv
func (r *Request) Context() context.Context

func (r *Request) Cookie(name string) (*Cookie, error)

func (r *Request) Cookies() []*Cookie

//curfew:since 1.23
func (r *Request) CookiesNamed(name string) []*Cookie

//curfew:reads recv
func (r *Request) FormFile(key string) (multipart.File, *multipart.FileHeader, error)

//curfew:reads recv
func (r *Request) FormValue(key string) string

func (r *Request) MultipartReader() (*multipart.Reader, error)

//curfew:reads recv
func (r *Request) ParseForm() error

//curfew:reads recv
func (r *Request) ParseMultipartForm(maxMemory int64) error

//curfew:since 1.22
func (r *Request) PathValue(name string) string

//curfew:reads recv
func (r *Request) PostFormValue(key string) string

func (r *Request) ProtoAtLeast(major, minor int) bool

func (r *Request) Referer() string

func (r *Request) SetBasicAuth(username, password string)

//curfew:since 1.22
func (r *Request) SetPathValue(name, value string)

func (r *Request) UserAgent() string

//curfew:carries ctx
func (r *Request) WithContext(ctx context.Context) *Request

//curfew:writes w
func (r *Request) Write(w io.Writer) error

//curfew:writes w
func (r *Request) WriteProxy(w io.Writer) error

type Response struct {
	Status           string
	StatusCode       int
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Uncompressed     bool
	Trailer          Header
	Request          *Request
	TLS              *tls.ConnectionState
}

func (r *Response) Cookies() []*Cookie

func (r *Response) Location() (*url.URL, error)

func (r *Response) ProtoAtLeast(major, minor int) bool

//curfew:writes w
func (r *Response) Write(w io.Writer) error

//curfew:since 1.20
type ResponseController struct{}

//curfew:since 1.21
func (c *ResponseController) EnableFullDuplex() error

func (c *ResponseController) Flush() error

//curfew:opens result network
//curfew:must-release result until Close
func (c *ResponseController) Hijack() (net.Conn, *bufio.ReadWriter, error)

func (c *ResponseController) SetReadDeadline(deadline time.Time) error

func (c *ResponseController) SetWriteDeadline(deadline time.Time) error

type ResponseWriter interface {
	Header() Header
	//curfew:affects network
	Write([]byte) (int, error)
	//curfew:affects network
	WriteHeader(statusCode int)
}

type RoundTripper interface {
	//curfew:waits req
	//curfew:affects network
	//curfew:must-release result.Body until Close
	RoundTrip(req *Request) (*Response, error)
}

type SameSite int

type ServeMux struct{}

//curfew:runs handler handler
func (mux *ServeMux) Handle(pattern string, handler Handler)

//curfew:runs handler handler
func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request))

func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string)

func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request)

type Server struct {
	Addr string
	//curfew:runs recv handler
	Handler Handler
	//curfew:since 1.20
	DisableGeneralOptionsHandler bool
	TLSConfig                    *tls.Config
	//curfew:gives-up slow idle
	ReadTimeout time.Duration
	//curfew:gives-up slow
	ReadHeaderTimeout time.Duration
	WriteTimeout      time.Duration
	//curfew:gives-up idle
	IdleTimeout    time.Duration
	MaxHeaderBytes int
	//curfew:since 1.27
	MaxHeaderValueCount int
	TLSNextProto        map[string]func(*Server, *tls.Conn, Handler)
	ConnState           func(net.Conn, ConnState)
	ErrorLog            *log.Logger
	BaseContext         func(net.Listener) context.Context
	ConnContext         func(ctx context.Context, c net.Conn) context.Context
	//curfew:since 1.24
	HTTP2 *HTTP2Config
	//curfew:since 1.24
	Protocols *Protocols
	//curfew:since 1.27
	DisableClientPriority bool
}

//curfew:releases
func (s *Server) Close() error

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (s *Server) ListenAndServe() error

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (s *Server) ListenAndServeTLS(certFile, keyFile string) error

//curfew:spawns f delayed
func (s *Server) RegisterOnShutdown(f func())

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (s *Server) Serve(l net.Listener) error

//curfew:serves until Shutdown Close
//curfew:blocks network until Shutdown Close
func (s *Server) ServeTLS(l net.Listener, certFile, keyFile string) error

func (s *Server) SetKeepAlivesEnabled(v bool)

// Waits for requests in flight, and gives up on them once ctx is done.
//
//curfew:drains ctx
//curfew:waits ctx
//curfew:releases
func (s *Server) Shutdown(ctx context.Context) error

// Each idle connection keeps two goroutines.
//
//curfew:starts until CloseIdleConnections
type Transport struct {
	Proxy func(*Request) (*url.URL, error)
	//curfew:since 1.20
	OnProxyConnectResponse func(ctx context.Context, proxyURL *url.URL, connectReq *Request, connectRes *Response) error
	DialContext            func(ctx context.Context, network string, addr string) (net.Conn, error)
	Dial                   func(network string, addr string) (net.Conn, error)
	DialTLSContext         func(ctx context.Context, network string, addr string) (net.Conn, error)
	DialTLS                func(network string, addr string) (net.Conn, error)
	TLSClientConfig        *tls.Config
	TLSHandshakeTimeout    time.Duration
	//curfew:spares
	DisableKeepAlives  bool
	DisableCompression bool
	MaxIdleConns       int
	//curfew:spares negative
	MaxIdleConnsPerHost int
	MaxConnsPerHost     int
	//curfew:spares
	IdleConnTimeout        time.Duration
	ResponseHeaderTimeout  time.Duration
	ExpectContinueTimeout  time.Duration
	TLSNextProto           map[string]func(authority string, c *tls.Conn) RoundTripper
	ProxyConnectHeader     Header
	GetProxyConnectHeader  func(ctx context.Context, proxyURL *url.URL, target string) (Header, error)
	MaxResponseHeaderBytes int64
	WriteBufferSize        int
	ReadBufferSize         int
	ForceAttemptHTTP2      bool
	//curfew:since 1.24
	HTTP2 *HTTP2Config
	//curfew:since 1.24
	Protocols *Protocols
}

func (t *Transport) CancelRequest(req *Request)

func (t *Transport) Clone() *Transport

// Ends the goroutines of idle connections.
//
//curfew:releases
func (t *Transport) CloseIdleConnections()

//curfew:since 1.26
func (t *Transport) NewClientConn(ctx context.Context, scheme, address string) (*ClientConn, error)

func (t *Transport) RegisterProtocol(scheme string, rt RoundTripper)

//curfew:waits req
//curfew:affects network
//curfew:must-release result.Body until Close
func (t *Transport) RoundTrip(req *Request) (*Response, error)

type contextKey struct{}

func (k *contextKey) String() string

type noBody struct{}

func (_ noBody) Close() error

func (_ noBody) Read([]byte) (int, error)

func (_ noBody) WriteTo(io.Writer) (int64, error)
