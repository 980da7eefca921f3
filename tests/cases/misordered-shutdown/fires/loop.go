// Any tenant's turn comes: its two values are built and stopped within one round, the dependency first.
package cases

type Conn struct{}

func Connect(tenant string) *Conn
func (c *Conn) Close() error

type Session struct{}

func NewSession(c *Conn) *Session
func (s *Session) Close() error

func visit(tenants []string, work func(*Session)) {
	for _, tenant := range tenants {
		conn := Connect(tenant)
		session := NewSession(conn)
		work(session)
		conn.Close() // want misordered-shutdown "conn"
		session.Close()
	}
}
