// The cancellation itself sets the deadline.
package fixed

import (
	"context"
	"net"
	"time"
)

func tail(ctx context.Context, conn net.Conn, handle func([]byte)) {
	stop := context.AfterFunc(ctx, func() { conn.SetReadDeadline(time.Now()) })
	defer stop()
	buf := make([]byte, 4096)
	for ctx.Err() == nil {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		handle(buf[:n])
	}
}
