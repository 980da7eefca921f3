// Near miss of connection: the context's end sets the deadline, from another goroutine.
package cases

import (
	"context"
	"net"
	"time"
)

func receive(ctx context.Context, address string, use func([]byte)) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.SetReadDeadline(time.Now()) })
	defer stop()
	buf := make([]byte, 512)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
		}
		n, err := conn.Read(buf)
		if err != nil {
			return err
		}
		use(buf[:n])
	}
}
