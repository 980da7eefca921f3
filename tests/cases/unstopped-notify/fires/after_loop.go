// Run time: every connection stays registered with the server's context until that ends.
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
		context.AfterFunc(ctx, func() { conn.Close() }) // want unstopped-notify[warning] "registers with ctx"
		handle(conn)
		conn.Close()
	}
}
