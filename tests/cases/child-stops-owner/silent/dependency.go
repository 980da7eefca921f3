// A closes what it was built on: B is its part, whatever the field is called, and does not lead back.
package cases

import "net"

type transport struct{ conn net.Conn }

func (t *transport) Close() error { return t.conn.Close() }

type Client struct{ parent *transport }

func (c *Client) Close() error { return c.parent.Close() }
