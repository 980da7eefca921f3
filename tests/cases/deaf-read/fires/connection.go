// Run time: the peer is silent, the context ends, and the goroutine stays in Read.
package cases

import (
	"context"
	"net"
)

func receive(ctx context.Context, address string, use func([]byte)) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	buf := make([]byte, 512)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
		}
		n, err := conn.Read(buf) // want deaf-read[warning] "conn.Read waits for the network"
		if err != nil {
			return err
		}
		use(buf[:n])
	}
}
