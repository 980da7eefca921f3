// The two stops in the wrong order stand on two branches: no run takes both.
package cases

type DB struct{}

func OpenDB() *DB
func (d *DB) Close() error

type Cache struct{}

func NewCache(d *DB) *Cache
func (c *Cache) Owns() bool
func (c *Cache) Close() error

func app() error {
	db := OpenDB()
	cache := NewCache(db)
	switch {
	case !cache.Owns():
		return db.Close()
	default:
		return cache.Close()
	}
}
