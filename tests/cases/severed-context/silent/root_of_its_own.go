// The context that the literal captures is the fresh one itself: there is no other at hand.
package cases

import (
	"context"
	"io"
	"net"
)

func await(ctx context.Context, c chan string) string {
	select {
	case s := <-c:
		return s
	case <-ctx.Done():
		return ""
	}
}

func serve(conn net.Conn, lines chan string) string {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		io.Copy(io.Discard, conn)
		cancel()
	}()
	read := func() string { return await(ctx, lines) }
	return read()
}
