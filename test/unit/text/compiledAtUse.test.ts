import assert from 'node:assert/strict';
import { compiledAtUse } from '../../../server/src/core/text/compiledAtUse';

suite('text/compiledAtUse', () => {
  test('the expression is the one given, and finds what it finds', () => {
    const expression = /请示|汇报/;
    const compiled = compiledAtUse(expression);
    assert.equal(compiled(), expression);
    assert.equal(compiled(), expression);
    assert.equal(compiled().exec('先向领导汇报')?.index, 4);
    assert.equal(compiled().test('上门听他讲完'), false);
  });

  test('one that goes on where it has stopped begins at the beginning, and is left alone afterwards', () => {
    const compiled = compiledAtUse(/。/g);
    assert.equal(compiled().exec('去了。好。')?.index, 2);
    assert.equal(compiled().exec('去了。好。')?.index, 4);
    assert.equal(compiled().exec('去了。好。'), null);
  });

  test('nothing is done before it is used', () => {
    const expression = /请示/g;
    let texts = 0;
    expression.test = (text) => {
      texts++;
      return RegExp.prototype.test.call(expression, text);
    };
    const compiled = compiledAtUse(expression);
    assert.equal(texts, 0);
    compiled();
    compiled();
    assert.equal(texts, 1);
  });

  test('it is made when it is first used, and once', () => {
    let made = 0;
    const compiled = compiledAtUse(() => {
      made++;
      return /请示/;
    });
    assert.equal(made, 0);
    assert.equal(compiled(), compiled());
    assert.equal(made, 1);
  });
});
