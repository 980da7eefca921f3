// Near miss of goroutine: another goroutine waits for the context and closes the connection.
package cases

import (
	"context"
	"net"
)

func watch(ctx context.Context, address string, use func([]byte)) error {
	conn, err := net.Dial("unix", address)
	if err != nil {
		return err
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		buf := make([]byte, 512)
		for {
			if ctx.Err() != nil {
				return
			}
			n, err := conn.Read(buf)
			if err != nil {
				return
			}
			use(buf[:n])
		}
	}()
	select {
	case <-ctx.Done():
	case <-done:
	}
	closeQuietly(conn)
	<-done
	return nil
}

func closeQuietly(c net.Conn) { _ = c.Close() }
