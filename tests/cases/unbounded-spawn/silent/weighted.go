// A weighted semaphore bounds the connections.
package cases

import (
	"context"
	"io"
	"net"

	"golang.org/x/sync/semaphore"
)

func Echo(ctx context.Context, l net.Listener) error {
	free := semaphore.NewWeighted(100)
	for {
		if err := free.Acquire(ctx, 1); err != nil {
			return err
		}
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer free.Release(1)
			defer conn.Close()
			io.Copy(conn, conn)
		}()
	}
}
