// Near miss of connection: each read of the socket has a deadline, set as an if statement's own.
package cases

import (
	"context"
	"net"
	"time"
)

func datagramRounds(ctx context.Context, at *net.UDPAddr, take func([]byte)) error {
	conn, err := net.ListenUDP("udp", at)
	if err != nil {
		return err
	}
	defer conn.Close()
	buf := make([]byte, 1500)
	for {
		select {
		case <-ctx.Done():
			return nil
		default:
		}
		if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
			return err
		}
		n, _, err := conn.ReadFromUDP(buf)
		if err != nil {
			continue
		}
		take(buf[:n])
	}
}
