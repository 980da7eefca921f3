// app returns: the three defers are in reverse order of construction, so the deepest dependency is closed first.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

type API struct{}

func NewAPI(c *Cache) *API
func (a *API) Close() error

func app(work func(*API)) {
	db := OpenDB()
	cache := NewCache(db)
	api := NewAPI(cache)
	defer api.Close()
	defer cache.Close() // want misordered-shutdown "cache"
	defer db.Close()    // want misordered-shutdown "db"
	work(api)
}
