// Defers in construction order give the reverse order of construction.
package cases

type DB struct{}

func OpenDB() (*DB, error)
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Close() error

type API struct{}

func NewAPI(c *Cache) *API
func (a *API) Serve() error
func (a *API) Close() error

func app() error {
	db, err := OpenDB()
	if err != nil {
		return err
	}
	defer db.Close()
	cache := NewCache(db)
	defer cache.Close()
	api := NewAPI(cache)
	defer api.Close()
	return api.Serve()
}
