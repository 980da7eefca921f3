// Run time: the read stands in a helper; the loop that asks is its caller's.
package cases

import (
	"context"
	"encoding/binary"
	"io"
	"net"
)

func frame(in io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(in, head[:]); err != nil { // want deaf-read[warning] "io.ReadFull"
		return nil, err
	}
	return make([]byte, binary.BigEndian.Uint32(head[:])), nil
}

func frames(ctx context.Context, address string) error {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return err
	}
	defer conn.Close()
	for {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if _, err := frame(conn); err != nil {
			return err
		}
	}
}
