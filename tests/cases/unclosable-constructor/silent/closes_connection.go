// Close closes the connection, the read fails, and the loop returns.
package cases

import "net"

type Client struct {
	conn net.Conn
	done chan struct{}
	got  int
}

func NewClient(conn net.Conn) *Client {
	c := &Client{conn: conn, done: make(chan struct{})}
	go c.read()
	return c
}

func (c *Client) read() {
	defer close(c.done)
	buf := make([]byte, 512)
	for {
		n, err := c.conn.Read(buf)
		if err != nil {
			return
		}
		c.got += n
	}
}

func (c *Client) Close() error {
	err := c.conn.Close()
	<-c.done
	return err
}
