package cases

import (
	"context"
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

// Pump asks for the context between messages only: a silent peer keeps it.
func Pump(w http.ResponseWriter, r *http.Request, u *websocket.Upgrader, seen func([]byte)) {
	ctx := r.Context()
	conn, err := u.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	for ctx.Err() == nil {
		_, message, err := conn.ReadMessage() // want deaf-read "conn.ReadMessage"
		if err != nil {
			return
		}
		seen(message)
	}
}

// PumpClosed is ended by the close of the connection.
func PumpClosed(w http.ResponseWriter, r *http.Request, u *websocket.Upgrader, seen func([]byte)) {
	ctx := r.Context()
	conn, err := u.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	for ctx.Err() == nil {
		_, message, err := conn.ReadMessage()
		if err != nil {
			return
		}
		seen(message)
	}
}

type Client struct {
	mu   sync.Mutex
	conn *websocket.Conn
	last []byte
}

// Receive keeps everybody else from the client until the peer speaks.
func (c *Client) Receive() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, message, err := c.conn.ReadMessage() // want lock-across-wait "c.mu"
	c.last = message
	return err
}

func (c *Client) Last() []byte {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.last
}

func (c *Client) ReceiveUnlocked() error {
	_, message, err := c.conn.ReadMessage()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = message
	return err
}

func Connect(w http.ResponseWriter, r *http.Request, d *websocket.Dialer) (*websocket.Conn, error) {
	conn, _, err := d.DialContext(context.Background(), "ws://upstream", nil) // want severed-context "r.Context() is at hand"
	return conn, err
}

func ConnectWith(w http.ResponseWriter, r *http.Request, d *websocket.Dialer) (*websocket.Conn, error) {
	conn, _, err := d.DialContext(r.Context(), "ws://upstream", nil)
	return conn, err
}
