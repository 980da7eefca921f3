//curfew:models 0

// A connection is deaf to contexts: only closing it, or a deadline, ends what waits for it. Written from
// v1.5.3.
package websocket

import (
	"context"
	"io"
	"net"
	"net/http"
	"time"
)

var DefaultDialer *Dialer

const TextMessage = 1

const BinaryMessage = 2

const CloseMessage = 8

const PingMessage = 9

const PongMessage = 10

const CloseNormalClosure = 1000

const CloseGoingAway = 1001

const CloseAbnormalClosure = 1006

func FormatCloseMessage(closeCode int, text string) []byte

func IsCloseError(err error, codes ...int) bool

func IsUnexpectedCloseError(err error, expectedCodes ...int) bool

//curfew:affects network
//curfew:opens result network
//curfew:must-release result until Close
func Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header, readBufSize int, writeBufSize int) (*Conn, error)

type Conn struct{}

//curfew:releases
func (c *Conn) Close() error

//curfew:blocks network until Close SetReadDeadline
func (c *Conn) NextReader() (messageType int, r io.Reader, err error)

func (c *Conn) NextWriter(messageType int) (io.WriteCloser, error)

//curfew:blocks network until Close SetReadDeadline
func (c *Conn) ReadJSON(v interface{}) error

//curfew:blocks network until Close SetReadDeadline
func (c *Conn) ReadMessage() (messageType int, p []byte, err error)

func (c *Conn) RemoteAddr() net.Addr

func (c *Conn) SetCloseHandler(h func(code int, text string) error)

func (c *Conn) SetPingHandler(h func(appData string) error)

func (c *Conn) SetPongHandler(h func(appData string) error)

func (c *Conn) SetReadDeadline(t time.Time) error

func (c *Conn) SetReadLimit(limit int64)

func (c *Conn) SetWriteDeadline(t time.Time) error

//curfew:affects network
func (c *Conn) WriteControl(messageType int, data []byte, deadline time.Time) error

//curfew:blocks network until Close SetWriteDeadline
//curfew:affects network
func (c *Conn) WriteJSON(v interface{}) error

//curfew:blocks network until Close SetWriteDeadline
//curfew:affects network
func (c *Conn) WriteMessage(messageType int, data []byte) error

//curfew:blocks network until Close SetWriteDeadline
//curfew:affects network
func (c *Conn) WritePreparedMessage(pm *PreparedMessage) error

type Dialer struct {
	HandshakeTimeout time.Duration
}

//curfew:blocks network
//curfew:opens result network
//curfew:must-release result until Close
func (d *Dialer) Dial(urlStr string, requestHeader http.Header) (*Conn, *http.Response, error)

//curfew:waits ctx
//curfew:opens result network
//curfew:must-release result until Close
func (d *Dialer) DialContext(ctx context.Context, urlStr string, requestHeader http.Header) (*Conn, *http.Response, error)

type PreparedMessage struct{}

type Upgrader struct {
	HandshakeTimeout time.Duration
	ReadBufferSize   int
	WriteBufferSize  int
	CheckOrigin      func(r *http.Request) bool
}

//curfew:affects network
//curfew:opens result network
//curfew:must-release result until Close
func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header) (*Conn, error)
