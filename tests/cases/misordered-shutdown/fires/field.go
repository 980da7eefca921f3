// Close is called: the fields are stopped in the order in which they were built.
package cases

type pool struct{}

func openPool() *pool
func (p *pool) Close() error

type index struct{}

func newIndex(p *pool) *index
func (x *index) Close() error

type App struct {
	pool  *pool
	index *index
}

func NewApp() *App {
	a := &App{pool: openPool()}
	a.index = newIndex(a.pool)
	return a
}

func (a *App) Close() error {
	if err := a.pool.Close(); err != nil { // want misordered-shutdown "pool"
		return err
	}
	return a.index.Close()
}
