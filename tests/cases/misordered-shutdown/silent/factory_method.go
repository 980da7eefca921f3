// The session is made by a method of the pool, which keeps account of its sessions and ends them itself.
package cases

type Pool struct{}

func NewPool() *Pool
func (p *Pool) Session() *Session
func (p *Pool) Close() error

type Session struct{}

func (s *Session) Do(string) error
func (s *Session) Close() error

func app() error {
	pool := NewPool()
	session := pool.Session()
	defer session.Close()
	if err := session.Do("a"); err != nil {
		return err
	}
	return pool.Close()
}
