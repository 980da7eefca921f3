// Run time: a buffered reader over a limited one over the connection waits as the connection does.
package cases

import (
	"bufio"
	"context"
	"io"
	"net"
)

func lines(ctx context.Context, address string, use func(string)) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	in := bufio.NewReader(io.LimitReader(conn, 1<<20))
	for ctx.Err() == nil {
		line, err := in.ReadString('\n') // want deaf-read[warning] "the network"
		if err != nil {
			return err
		}
		use(line)
	}
	return ctx.Err()
}
