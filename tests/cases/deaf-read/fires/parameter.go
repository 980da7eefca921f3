// curfew: --level advice
// Run time: whoever gave the connection may close it; where nobody does, the loop stays in Read.
package cases

import (
	"context"
	"net"
)

func Pump(ctx context.Context, conn net.Conn, use func([]byte)) error {
	buf := make([]byte, 512)
	for ctx.Err() == nil {
		n, err := conn.Read(buf) // want deaf-read[advice] "conn.Read"
		if err != nil {
			return err
		}
		use(buf[:n])
	}
	return ctx.Err()
}
