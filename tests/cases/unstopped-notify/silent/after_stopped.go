// Each round undoes what it registered.
package cases

import (
	"context"
	"net"
)

func serve(ctx context.Context, l net.Listener, handle func(net.Conn)) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		stop := context.AfterFunc(ctx, func() { conn.Close() })
		handle(conn)
		stop()
		conn.Close()
	}
}
