//curfew:models 0

// Each method of a suite is a test of its own. Written from v1.12.1.
package suite

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func Run(t *testing.T, suite TestingSuite)

type Suite struct {
	*assert.Assertions
}

func (suite *Suite) Assert() *assert.Assertions

func (suite *Suite) Require() *require.Assertions

//curfew:runs subtest test
func (suite *Suite) Run(name string, subtest func()) bool

func (suite *Suite) T() *testing.T

type TestingSuite interface {
	SetS(suite TestingSuite)
	SetT(*testing.T)
	T() *testing.T
}
