// Run time: a closure on a goroutine of its own reads; that it closes the connection itself when it ends helps nobody.
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
		defer conn.Close()
		buf := make([]byte, 512)
		for {
			if ctx.Err() != nil {
				return
			}
			n, err := conn.Read(buf) // want deaf-read[warning] "conn.Read"
			if err != nil {
				return
			}
			use(buf[:n])
		}
	}()
	<-done
	return nil
}
