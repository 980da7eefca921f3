// The loop ends with the first error, and closing the connection makes one.
package cases

import "net"

func readAll(conn net.Conn, got chan<- byte) {
	go func() {
		defer close(got)
		buf := make([]byte, 1)
		for {
			if _, err := conn.Read(buf); err != nil {
				return
			}
			got <- buf[0]
		}
	}()
}
