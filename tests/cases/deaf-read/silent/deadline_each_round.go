// Near miss of helper: each round has a deadline, after which the loop asks again.
package cases

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"time"
)

func frame(in io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
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
		if err := conn.SetReadDeadline(time.Now().Add(time.Second)); err != nil {
			return err
		}
		if _, err := frame(conn); err != nil {
			return err
		}
	}
}
